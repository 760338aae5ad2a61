"""Archives written part by part are read by everybody's zip."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from relance.hosts.file.archive import ArchiveWriter

NAMES = st.lists(st.sampled_from(["a", "b/c.xml", "été.bin", "[x].xml"]), unique=True)


@given(NAMES, st.lists(st.binary(), max_size=3), st.binary())
def test_parts_come_back_with_their_names(
    names: list[str], chunks: list[bytes], old: bytes
) -> None:
    source = io.BytesIO()
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, old)
    target = io.BytesIO()
    writer = ArchiveWriter(target)
    with zipfile.ZipFile(source) as archive:
        for at, info in enumerate(archive.infolist()):
            if at % 2:
                writer.add(info, chunks)
            else:
                start = info.header_offset + 30 + len(info.filename.encode())
                stored = memoryview(source.getvalue())[start : start + info.compress_size]
                writer.copy(info, stored)
    writer.finish()
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == names
        assert archive.testzip() is None
        for at, name in enumerate(names):
            assert archive.read(name) == (b"".join(chunks) if at % 2 else old)
