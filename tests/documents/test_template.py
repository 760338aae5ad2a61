"""The templates' language: what it allows, what it refuses, and where."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes

from relance.core.errors import TemplateFaultError
from relance.documents import limits
from relance.documents.cleaning import clean
from relance.documents.template import MARKED, PLAIN, Fault, compiled, faults, parse

SAMPLE: dict[str, object] = {
    "client": {"nom": "Durand"},
    "lignes": [{"numero": "F1"}],
    "urgent": True,
    "date": "1",
}


def wrong(source: str) -> list[Fault]:
    tree = parse(MARKED, source)
    return faults(tree, SAMPLE) if isinstance(tree, nodes.Template) else [tree]


def rendered(source: str, **fields: object) -> str:
    tree = parse(MARKED, source)
    assert isinstance(tree, nodes.Template)
    return compiled(MARKED, tree, "essai.docx").render(SAMPLE | fields)


def test_fields_conditions_and_loops_are_all_there_is() -> None:
    source = (
        "{% for ligne in lignes if ligne.numero != 'X' %}{{ loop.index }} {{ ligne.numero }}"
        "{% else %}rien{% endfor %}{% if urgent and not date == '2' %} vite{% endif %}"
        "{{ client.nom|upper if date is defined else '' }}"
    )
    assert wrong(source) == []
    assert rendered(source) == "1 F1 viteDURAND"


@pytest.mark.parametrize(
    "source",
    [
        "{{ client.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ lignes.append(1) }}",
        "{{ range(9) }}",
        "{% set x = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{{ date ~ date }}",
        "{{ date * 99 }}",
        "{{ date|replace('a', 'b') }}",
        "{{ lignes|join(date) }}",
        "{{ date|center(9999999) }}",
        "{{ lignes[0] }}",
        "{{ date|counted }}",
    ],
)
def test_anything_else_is_refused(source: str) -> None:
    assert wrong(source)


def test_an_unknown_field_is_named_with_its_line_and_its_neighbour() -> None:
    assert wrong("a\nb {{ client.nim }}") == [Fault(2, "client.nim", "unknown_field", "client.nom")]
    assert wrong("{% if urgant %}x{% endif %}") == [Fault(1, "urgant", "unknown_field", "urgent")]


def test_a_field_of_a_loop_is_checked_against_the_list() -> None:
    assert wrong("{% for l in lignes %}{{ l.montan }}{% endfor %}") == [
        Fault(1, "l.montan", "unknown_field", "tables.lignes.montant")
    ]
    assert wrong("{% for l in client %}{% endfor %}") == [Fault(1, "client", "not_a_list")]
    assert wrong("{% for l in lignes %}{% endfor %}{{ l }}")[0].reason == "unknown_field"


@pytest.mark.parametrize("source", ["{{ lignes }}", "{{ client }}", "{{ urgent }}"])
def test_a_list_or_a_flag_is_no_text(source: str) -> None:
    assert [fault.reason for fault in wrong(source)] == ["not_text"]


@pytest.mark.parametrize("source", ["{% if urgent %}", "{{ client. }}", "{% endfor %}", "{% fi %}"])
def test_a_tag_badly_written_is_a_fault_of_syntax(source: str) -> None:
    assert [fault.reason for fault in wrong(source)] == ["syntax"]


def test_loops_in_loops_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TURNS", 100)
    loops = "{% for a in lignes %}{% for b in lignes %}{% endfor %}{% endfor %}"
    assert rendered(loops, lignes=[{"numero": "1"}] * 9) == ""  # 9 + 9 x 9 = 90 turns
    with pytest.raises(TemplateFaultError) as refused:
        rendered(loops, lignes=[{"numero": "1"}] * 10)  # 10 + 10 x 10 = 110
    assert refused.value.facts == {
        "file": "essai.docx", "paragraph": 0, "field": "lignes", "reason": "too_long"
    }  # fmt: skip


def test_nested_loops_at_the_limit_end_within_seconds() -> None:
    deep = 6
    opening = "".join(f"{{% for l{n} in client.noms %}}" for n in range(deep))
    tests = "{% if urgent and date == '2' %}x{% endif %}" * 300  # slow turns that write nothing
    with pytest.raises(TemplateFaultError) as refused:
        rendered(opening + tests + "{% endfor %}" * deep, client={"noms": ["a"] * 40})
    assert refused.value.facts["field"] == "client.noms"
    assert refused.value.facts["reason"] == "too_long"


def test_time_is_limited_as_well_as_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 1.0, 2.0, 2.1))
    monkeypatch.setattr(limits, "monotonic", lambda: next(clock))
    with pytest.raises(TemplateFaultError) as refused:
        rendered("{% for a in lignes %}x{% endfor %}", lignes=[{}] * 5)
    assert refused.value.facts["reason"] == "too_long"
    assert list(clock) == []


def test_time_is_limited_in_any_thread() -> None:
    """No signal of the system is used: Excel and Calc call from threads of their own."""
    slow = "".join(f"{{% for l{n} in client.noms %}}" for n in range(6))
    source = slow + "{% if urgent %}{% endif %}" * 300 + "{% endfor %}" * 6

    def reason() -> str:
        with pytest.raises(TemplateFaultError) as refused:
            rendered(source, client={"noms": ["a"] * 40})
        return str(refused.value.facts["reason"])

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(reason) for _ in range(2)]
        assert [one.result(timeout=30) for one in answers] == ["too_long"] * 2


def test_a_document_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 50)
    with pytest.raises(TemplateFaultError) as refused:
        rendered("{% for a in lignes %}xxxxxxxxxx{% endfor %}", lignes=[{}] * 6)
    assert refused.value.facts["reason"] == "too_long"


def test_a_field_that_is_missing_at_the_last_moment_stops_the_letter() -> None:
    tree = parse(PLAIN, "{{ absent }}")
    assert isinstance(tree, nodes.Template)
    with pytest.raises(TemplateFaultError) as refused:
        compiled(PLAIN, tree, "essai.txt").render({})
    assert refused.value.facts["file"] == "essai.txt"


def test_values_are_escaped_in_marked_texts_and_plain_in_others() -> None:
    assert rendered("{{ date }}", date="<&>") == "&lt;&amp;&gt;"
    tree = parse(PLAIN, "{{ date }}")
    assert isinstance(tree, nodes.Template)
    assert compiled(PLAIN, tree, "x").render({"date": "<&>"}) == "<&>"


@given(st.text())
def test_any_value_is_one_line_that_xml_accepts(text: str) -> None:
    made = clean(text)
    assert isinstance(made, str)
    assert not any(character in made for character in "\r\n\x00\x1b\ufffe\u2028")


@pytest.fixture(autouse=True)
def _untouched() -> Iterator[None]:
    """No test leaves a global in the environments."""
    yield
    assert not MARKED.globals
    assert not PLAIN.globals
