from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_committed_template_is_what_its_script_makes() -> None:
    path = ROOT / "packaging" / "make_docx_template.py"
    spec = importlib.util.spec_from_file_location("make_docx_template", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "resources" / "docx" / "bare.docx").read_bytes() == module.template()
