"""What a Word file carries beside its words: refused where it could be read or run, or dropped."""

import io
import re
import zipfile
from collections.abc import Callable
from xml.parsers.expat import ExpatError

import pytest
from tests.tools.word_edits import edited

from relance.core.errors import TemplateFaultError
from relance.documents import check, docx
from relance.documents.check import check_template, load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.sample import full
from relance.documents.shipped import shipped
from relance.wording.sentences import sentence

NAME = "relance-1.docx"
AUTHOR = 'w:id="1" w:author="Jeanne" w:date="2026-01-01T00:00:00Z"'
RELATIONS = "word/_rels/document.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CLOSING = '<w:pPr><w:pStyle w:val="Closing"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def changed(part: str = MAIN, old: str = "Madame, Monsieur,", new: str = "") -> bytes:
    return edited(NAME, old, new, part)


def with_parts(**more: bytes) -> bytes:
    return pack(
        unpack(NAME, shipped(NAME)) | {name.replace("__", "/"): more[name] for name in more}
    )


def related(kind: str, target: str, part: str = RELATIONS) -> bytes:
    relation = (
        f'<Relationship Id="rId99" Type="{TYPE}/{kind}" Target="{target}" TargetMode="External"/>'
    )
    parts = unpack(NAME, shipped(NAME))
    listed = parts.get(part, b"<Relationships></Relationships>").decode()
    listed = listed.replace("</Relationships>", f"{relation}</Relationships>")
    return pack(parts | {part: listed.encode()})


def refused(content: bytes, name: str = NAME) -> str:
    """The reason of a refusal: its sentence is whole, and nothing can be loaded."""
    with pytest.raises(TemplateFaultError) as fault:
        load_word(name, content)
    said = sentence("template_fault", fault.value.facts)
    assert name in said
    assert "?" not in said
    assert "non renseigné" not in said
    return str(fault.value.facts["reason"])


def letter(content: bytes) -> dict[str, bytes]:
    """The parts of a letter made from a template that nothing is wrong with."""
    assert [one.code for one in check_template(NAME, content)] == []
    with zipfile.ZipFile(io.BytesIO(load_word(NAME, content).render(full()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- tracked changes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "revision",
    [
        f"<w:ins {AUTHOR}><w:r><w:t>Bonjour,</w:t></w:r></w:ins>",
        f"<w:del {AUTHOR}><w:r><w:delText>Bonjour,</w:delText></w:r></w:del>",
        f"<w:moveFrom {AUTHOR}><w:r><w:t>Bonjour,</w:t></w:r></w:moveFrom>",
        f"<w:moveTo {AUTHOR}><w:r><w:t>Bonjour,</w:t></w:r></w:moveTo>",
    ],
)
def test_pending_changes_are_for_a_person_to_accept(revision: str) -> None:
    content = changed(old="<w:r><w:t xml:space=\"preserve\">Madame, Monsieur,", new=(
        f"{revision}<w:r><w:t xml:space=\"preserve\">Madame, Monsieur,"))  # fmt: skip
    assert refused(content) == "revisions"
    (fault,) = check_template(NAME, content)
    assert "Acceptez-les ou refusez-les" in sentence(fault.code, fault.facts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CLOSING, CLOSING + f"<w:rPr><w:del {AUTHOR}/></w:rPr>"),
        ("<w:cantSplit/>", f"<w:cantSplit/><w:ins {AUTHOR}/>"),
    ],
)  # fmt: skip
def test_a_paragraph_or_a_row_that_is_tracked_is_a_pending_change_too(old: str, new: str) -> None:
    assert refused(changed(old=old, new=new)) == "revisions"


def test_a_pending_change_in_the_foot_of_the_page_is_found_there() -> None:
    tracked = f"<w:ins {AUTHOR}><w:r><w:t>x</w:t></w:r></w:ins></w:p>"
    content = edited(NAME, "</w:p>", tracked, "word/footer1.xml")
    (fault,) = check_template(NAME, content)
    assert str(fault.facts["where"]).startswith("pied de page")


def test_a_change_of_format_is_dropped_with_its_author() -> None:
    old = f"<w:rPr><w:b/><w:rPrChange {AUTHOR}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
    content = changed(old="<w:t xml:space=\"preserve\">Madame, Monsieur,", new=(
        f"{old}<w:t xml:space=\"preserve\">Madame, Monsieur,"))  # fmt: skip
    made = letter(content)[MAIN].decode()
    assert "w:author" not in made
    assert "vanish" not in made
    assert "<w:rPr><w:b/></w:rPr>" in made


def test_a_letter_does_not_track_the_corrections_of_its_author() -> None:
    content = edited(NAME, "<w:zoom", "<w:trackRevisions/><w:zoom", "word/settings.xml")
    assert b"trackRevisions" not in letter(content)["word/settings.xml"]


# --- comments --------------------------------------------------------------------------------


def test_a_comment_is_never_sent() -> None:
    reference = (
        '<w:commentRangeStart w:id="0"/><w:r><w:t>Madame, Monsieur,</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    parts = unpack(NAME, shipped(NAME))
    xml = parts[MAIN].decode().replace(
        '<w:r><w:t xml:space="preserve">Madame, Monsieur,</w:t></w:r>', reference)  # fmt: skip
    relation = f'<Relationship Id="rId50" Type="{TYPE}/comments" Target="comments.xml"/>'
    override = '<Override PartName="/word/comments.xml" ContentType="application/xml"/>'
    content = pack(parts | {
        MAIN: xml.encode(),
        "word/comments.xml": "<w:comments>client à surveiller</w:comments>".encode(),
        "word/people.xml": b"<w15:people>Jeanne</w15:people>",
        RELATIONS: parts[RELATIONS].replace(b"</Rel", relation.encode() + b"</Rel", 1),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", override.encode()
            + b"</Types>"),
    })  # fmt: skip
    made = letter(content)
    assert not {"word/comments.xml", "word/people.xml"} & set(made)
    whole = b"".join(made.values()).decode("utf-8", "replace")
    assert "client à surveiller" not in whole
    assert "comment" not in whole
    assert "Madame, Monsieur," in whole


# --- the outside -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://example.org/pixel.png"), ("oleObject", "file:///C:/x.xlsx"),
        ("subDocument", "x.docx"), ("frame", "http://example.org"),
        ("hyperlink", "file:///C:/secret.docx"), ("hyperlink", "javascript:alert(1)"),
    ],
)  # fmt: skip
def test_what_a_letter_would_fetch_elsewhere_is_refused(kind: str, target: str) -> None:
    assert refused(related(kind, target)) == "linked"


@pytest.mark.parametrize("target", ["https://www.example.org/", "mailto:a@example.org"])
def test_a_link_that_a_reader_clicks_stays(target: str) -> None:
    assert target.encode() in letter(related("hyperlink", target))[RELATIONS]


def test_the_path_of_an_attached_template_is_dropped() -> None:
    part = "word/_rels/settings.xml.rels"
    content = related("attachedTemplate", "file:///C:/Users/jeanne/Normal.dotm", part)
    parts = unpack(NAME, content)
    settings = parts["word/settings.xml"].replace(
        b"<w:zoom", b'<w:attachedTemplate r:id="rId99"/><w:zoom'
    )
    made = letter(pack(parts | {"word/settings.xml": settings}))
    assert b"jeanne" not in made[part]
    assert b"attachedTemplate" not in made["word/settings.xml"]


@pytest.mark.parametrize(
    "more",
    [
        {"word__embeddings__oleObject1.bin": b"x"}, {"word__activeX__activeX1.xml": b"<a/>"},
        {"word__charts__chart1.xml": b"<a/>"}, {"word__diagrams__data1.xml": b"<a/>"},
    ],
)  # fmt: skip
def test_an_object_inside_is_refused(more: dict[str, bytes]) -> None:
    assert refused(with_parts(**more)) == "embedded"


@pytest.mark.parametrize(
    "tag", ['<w:altChunk r:id="rId1"/>', "<w:object/>", '<w:subDoc r:id="x"/>']
)
def test_another_document_inside_is_refused(tag: str) -> None:
    assert refused(changed(old="<w:sectPr>", new=f"{tag}<w:sectPr>")) == "embedded"


# --- Word's own fields -----------------------------------------------------------------------


def field(*instruction: str) -> str:
    said = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in instruction)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = "<w:r><w:t>1</w:t></w:r>"
    return mark.format("begin") + said + mark.format("separate") + shown + mark.format("end")


@pytest.mark.parametrize(
    "runs",
    [
        field(" DATE \\@ dd/MM/yyyy "), field(" MERGEFIELD Nom "), field(" INCLUDE", "TEXT x "),
        field(" DDEAUTO excel x "), field("LINK Excel.Sheet"), field(" INCLUDEPICTURE http://x "),
        '<w:fldSimple w:instr=" TIME "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    ],
)  # fmt: skip
def test_a_field_that_changes_by_itself_is_refused(runs: str) -> None:
    content = changed(old="</w:p>", new=f"{runs}</w:p>")
    assert refused(content) == "word_field"


@pytest.mark.parametrize(
    "runs",
    [
        field(" PAGE "), field(" NUMPAGES "), field(' HYPERLINK "https://example.org" '),
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    ],
)  # fmt: skip
def test_a_page_number_stays(runs: str) -> None:
    assert letter(changed(old="</w:p>", new=f"{runs}</w:p>"))


def test_what_word_invites_to_fill_in_is_no_word_of_a_letter() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>Cliquez ici</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert refused(changed(old="</w:p>", new=control)) == "placeholder"


def test_a_control_shows_what_was_checked_and_no_hidden_store() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>Bien à vous</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    made = letter(changed(old="</w:p>", new=control))[MAIN]
    assert b"dataBinding" not in made
    assert "Bien à vous".encode() in made


# --- what is no Word document ----------------------------------------------------------------


def package(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return written.getvalue()


def typed_as(old: bytes, new: bytes) -> bytes:
    parts = unpack(NAME, shipped(NAME))
    types = parts["[Content_Types].xml"]
    assert old in types
    return pack(parts | {"[Content_Types].xml": types.replace(old, new, 1)})


DOCUMENT = b"wordprocessingml.document.main"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (OLE, "old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (package(mimetype=b"application/vnd.oasis.opendocument.text"), "other_office"),
        (typed_as(DOCUMENT, b"wordprocessingml.template.main"), "word_template"),
        (typed_as(b"vnd.openxmlformats-officedocument." + DOCUMENT,
                  b"vnd.ms-word.document.macroEnabled.main"), "macros"),
        (with_parts(**{"word__vbaProject.bin": b"x"}), "macros"),
        (b"{\\rtf1}", "not_docx"),
        (b"", "not_docx"),
    ],
)  # fmt: skip
def test_another_kind_of_file_is_told_for_what_it_is(content: bytes, reason: str) -> None:
    assert refused(content) == reason


def test_a_part_that_is_there_twice_is_refused() -> None:
    written = io.BytesIO(shipped(NAME))
    with zipfile.ZipFile(written, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, b"<w:document/>")
    assert refused(written.getvalue()) == "not_docx"


def test_a_package_that_shows_another_document_is_refused() -> None:
    parts = unpack(NAME, shipped(NAME))
    listed = parts["_rels/.rels"].replace(b"word/document.xml", b"word/other.xml")
    assert refused(pack(parts | {"_rels/.rels": listed, "word/other.xml": b"<a/>"})) == "other_main"


def test_entities_in_any_part_that_is_read_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:styles>&b;</w:styles>'
    assert refused(with_parts(**{"word__styles.xml": bomb})) == "broken_part"
    assert refused(with_parts(**{"word__header1.xml": bomb})) == "broken_part"


@pytest.mark.parametrize(
    "part",
    [
        "word/fontTable.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml",
        "word/footer1.xml", "word/theme/theme1.xml", "word/numbering.xml", "docProps/core.xml",
        "word/_rels/document.xml.rels", "[Content_Types].xml",
    ],
)  # fmt: skip
@pytest.mark.parametrize("content", [b"", b"<w:fonts><w:font>", b"no XML"])
def test_a_part_that_word_can_not_read_is_refused_by_its_name(part: str, content: bytes) -> None:
    (fault,) = check_template(NAME, with_parts(**{part.replace("/", "__"): content}))
    assert (fault.column, fault.facts["reason"]) == (part, "broken_part")
    assert f"« {part} »" in sentence(fault.code, fault.facts)


def test_a_part_in_an_encoding_that_nobody_knows_is_broken() -> None:
    theme = b'<?xml version="1.0" encoding="x-unknown"?><a/>'
    assert refused(with_parts(**{"word__theme__theme1.xml": theme})) == "broken_part"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/theme/theme1.xml", '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")),
        ("word/theme/theme1.xml", "<a>é</a>".encode()),
        ("customXml/item1.xml", b"what a program keeps"),
    ],
)
def test_a_part_in_an_encoding_of_its_own_goes_into_the_letter(part: str, content: bytes) -> None:
    assert check_template(NAME, with_parts(**{part.replace("/", "__"): content})) == ()


def in_utf_16(xml: str) -> bytes:
    return xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def undeclared(xml: str) -> bytes:
    return xml.partition("?>")[2].strip().encode("utf-16")


def declared(encoding: str) -> Callable[[str], bytes]:
    """Declare another encoding than the one that a part is in."""
    return lambda xml: xml.replace('encoding="UTF-8"', f'encoding="{encoding}"').encode()


def holding(what: str) -> Callable[[str], bytes]:
    """Put something that no word processor writes at the end of a part."""
    return lambda xml: re.sub(r"(</[\w:]+>)\s*$", rf"{what}\1", xml).encode()


@pytest.mark.parametrize("part", [MAIN, "word/styles.xml", "word/footer1.xml", RELATIONS])
@pytest.mark.parametrize(
    "write",
    [
        in_utf_16, undeclared, declared("UTF-16"), declared("ISO-8859-1"), declared("x-unknown"),
        holding("<!-- a > </w:p> -->"), holding("<?word > </w:p> ?>"),
        holding("<![CDATA[ > </w:p> ]]>"),
    ],
)  # fmt: skip
def test_a_part_that_word_did_not_write_is_refused_in_a_sentence(
    part: str, write: Callable[[str], bytes]
) -> None:
    parts = unpack(NAME, shipped(NAME))
    content = pack(parts | {part: write(parts[part].decode())})
    assert content != shipped(NAME)
    assert refused(content) == "other_writing"
    (fault,) = check_template(NAME, content)
    assert "Ouvrez-le dans Word" in sentence(fault.code, fault.facts)


def test_a_part_that_says_utf_8_in_small_letters_is_read() -> None:
    parts = unpack(NAME, shipped(NAME))
    content = pack(parts | {MAIN: declared("utf-8")(parts[MAIN].decode())})
    assert check_template(NAME, content) == ()


@pytest.mark.parametrize("number", ["²", "1" * 5_000])
def test_a_size_that_is_no_number_stops_nothing(number: str) -> None:
    look = f'<w:sz w:val="{number}"/><w:spacing w:line="{number}" w:lineRule="exact"/>'
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>Bien à vous</w:t></w:r></w:p>"
    assert letter(changed(old="</w:p>", new=run))


@pytest.mark.parametrize("fault", [IndexError(), ValueError(), ExpatError()])
def test_what_nobody_foresaw_in_a_template_is_refused_with_it_alone(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(check, "taken_along", fail)
    content = changed(new=f"Bonjour, {type(fault).__name__}")
    assert refused(content) == "other_writing"


def test_a_file_that_unpacks_to_too_much_is_told_before_it_is_unpacked() -> None:
    bomb = io.BytesIO(shipped(NAME))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/photo.png", bytes(docx.MAX_BYTES))
    assert len(bomb.getvalue()) < 1_000_000
    assert refused(bomb.getvalue()) == "too_big"
    assert refused(bytes(docx.MAX_BYTES + 1)) == "too_big"


@pytest.mark.timeout(20)  # once forty seconds
@pytest.mark.parametrize("tags", ["{{" * 30_000, "{" * 50_000, "{% if" * 30_000])
def test_braces_without_end_take_no_time(tags: str) -> None:
    assert refused(changed(new=tags)) == "too_deep"


@pytest.mark.parametrize(
    "relation",
    [
        "<Relationship Id='rId99' Type='{type}' Target='{target}' TargetMode='External'/>",
        '<Relationship Id = "rId99" Type = "{type}" Target=\'{target}\''
        " TargetMode= 'External' />",
        '<Relationship Id="rId99" Type="{type}" Target="{target}" TargetMode="&#69;xternal"/>',
        "<r:Relationship xmlns:r='{space}' Id='rId99' Type='{type}' Target='{target}'"
        " TargetMode='External'></r:Relationship>",
    ],
)
def test_a_link_to_the_outside_is_found_however_it_is_written(relation: str) -> None:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    one = relation.format(type=f"{TYPE}/image", target="https://track.example/p.png", space=space)
    parts = unpack(NAME, shipped(NAME))
    listed = parts[RELATIONS].decode().replace("</Relationships>", f"{one}</Relationships>")
    assert refused(pack(parts | {RELATIONS: listed.encode()})) == "linked"


def test_a_field_of_word_is_found_between_single_quotes() -> None:
    field = (
        "<w:fldSimple w:instr='INCLUDETEXT \"c:\\x.docx\"'><w:r><w:t>x</w:t></w:r></w:fldSimple>"
    )
    content = changed(old='<w:r><w:t xml:space="preserve">Madame, Monsieur,', new=(
        f'{field}<w:r><w:t xml:space="preserve">Madame, Monsieur,'))  # fmt: skip
    assert refused(content) == "word_field"
