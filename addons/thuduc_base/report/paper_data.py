"""The data of an issued paper as XML, for those who receive its file."""

from lxml import etree

NAMESPACE = "urn:thuduc:official-paper:1"
FILE_NAME = "paper.xml"
SCHEMA = "thuduc_base/report/official_paper.xsd"


def to_xml(values):
    """Return a nested dictionary as XML of our namespace; empty values are left out.

    >>> print(to_xml({"number": 5, "party": {"name": "A & B"}}).decode())
    <?xml version='1.0' encoding='UTF-8'?>
    <paper xmlns="urn:thuduc:official-paper:1"><number>5</number><party><name>A &amp; \
B</name></party></paper>
    """
    root = etree.Element(f"{{{NAMESPACE}}}paper", nsmap={None: NAMESPACE})
    _fill(root, values)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _fill(parent, values):
    for name, value in values.items():
        if name == "item":
            for key, text in value.items():
                child = etree.SubElement(parent, f"{{{NAMESPACE}}}item", name=key)
                child.text = str(text)
        elif isinstance(value, dict):
            if any(value.values()):
                _fill(etree.SubElement(parent, f"{{{NAMESPACE}}}{name}"), value)
        elif value not in (None, False, ""):
            etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = str(value)
