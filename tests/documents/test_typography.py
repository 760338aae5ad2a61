"""How letters are written: days in full, the spaces that hold, the words of paper and of e-mail."""

import email
import email.policy
import io
import re
from functools import cache

import pytest
from docx import Document
from tests.tools.letter_samples import KEY, messages

from relance.core.records import Message
from relance.documents.posting import is_mail
from relance.documents.render import render

SHORT_DAY = re.compile(r"\b\d\d[/.]\d\d[/.]\d{4}\b|\b\d{1,2}.(?:Nov|Dec|Oct|Sep|Jan) \d{4}")


@cache
def samples() -> dict[str, Message]:
    return messages()


def running(message: Message) -> str:
    """The sentences of a document: all but its tables and what stands in the margins."""
    content = render(message, key=KEY).content
    if is_mail(message):
        mail = email.message_from_bytes(content, policy=email.policy.default)
        body = mail.get_body(("plain",))
        assert body is not None
        lines = str(body.get_content()).split("\n")
        return "\n".join([str(mail["Subject"]), *(line for line in lines if " | " not in line)])
    return "\n".join(one.text for one in Document(io.BytesIO(content)).paragraphs)


@pytest.mark.parametrize("name", samples())
def test_sentences_say_their_days_in_full(name: str) -> None:
    assert SHORT_DAY.findall(running(samples()[name])) == []
