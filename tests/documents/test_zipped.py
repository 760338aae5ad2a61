"""Zip files: read back by Python's own reader, the same bytes twice."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from relance.documents.zipped import archive, entry

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\"), min_size=1
)


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=5))
def test_what_is_zipped_is_read_back(files: dict[str, bytes]) -> None:
    made = archive(entry(name, content) for name, content in files.items())
    assert made == archive([entry(name, content) for name, content in files.items()])
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == files
        assert {one.date_time for one in found.infolist()} <= {(1980, 1, 1, 0, 0, 0)}
        assert {one.create_system for one in found.infolist()} <= {0}


def test_a_file_deflated_once_goes_into_any_number_of_zips() -> None:
    once = entry("styles.xml", b"<styles/>" * 100)
    for said in (b"one", b"two"):
        made = archive([once, entry("document.xml", said)])
        with zipfile.ZipFile(io.BytesIO(made)) as found:
            assert found.read("styles.xml") == b"<styles/>" * 100
            assert found.read("document.xml") == said
