"""What customers get of invoices: UBL files that obey EN 16931, archives and PDF files."""

import io
import json
import re
import zipfile
from decimal import Decimal

import pytest
from djet import Djet
from en16931 import faults

# A customer's country, and its VAT id; a product's class of tax.
CUSTOMERS = [("DE", None), ("FR", "FR40303265045"), ("US", None)]
CLASSES = ["standard", "reduced", "zero", "exempt"]
SELLER = {
    "name": "Seller & Sons", "registration": "HRB 1", "email": "seller@example.org", "iban": "DE89370400440532013000",
    "address": {"lines": ["1 High St", "Yard", "Floor 3"], "postcode": "10115", "city": "Berlin", "countryCode": "DE"},
}


@pytest.fixture(scope="module")
def shop():
    """50 invoices of all categories of tax, and their credit notes, in a djet of its own: a seller taxes all."""
    djet = Djet()
    with djet.database() as database:
        def call(statement, *values):
            as_json = [json.dumps(value) if isinstance(value, (dict, list)) else value for value in values]
            return database.execute(statement, as_json)

        call("select sales.set_currency('EUR')")
        for country, vat_id in CUSTOMERS:
            call("select sales.set_customer(%s::jsonb)", {
                "code": country, "name": f"<{country}> & Co", "email": "buyer@example.org", "vatId": vat_id,
                "countryCode": country,
                "invoiceAddress": {"lines": ["1 Low St"], "city": "Town", "countryCode": country}})
        for tax_class in CLASSES:
            call("select sales.set_product(%s::jsonb)", {"code": tax_class, "name": tax_class, "taxClass": tax_class})
        box = {"product": "box", "quantity": 1000, "description": "Box"}
        call("select logistics.receive_goods(%s::jsonb, now())", [box])
        for number in range(50):
            # Without a VAT id, the last ones are outside of tax.
            call("select accounting.set_seller(%s::jsonb)", SELLER | {"vatId": None if number >= 45 else "DE136695976"})
            lines = [
                {"product": (CLASSES + ["box"])[(number + place) % 5], "quantity": place + 1,
                 "unitPrice": f"{place * 3}.333{place}", "discount": 0.125 if place == 1 else None}
                for place in range(number % 4 + 1)
            ]
            customer, _ = CUSTOMERS[number % 3]
            order, = call("select id from sales.place_order(%s, %s, null, '2026-11-01', %s::jsonb)",
                          f"O{number}", customer, lines).fetchone()
            call("select accounting.invoice_orders(array[%s::bigint], '2026-11-30')", order)
            call("select sales.end_order(%s::bigint, 'closed')", order)
            back = [{"product": line["product"], "quantity": -line["quantity"]} for line in lines]
            order, = call("select id from sales.place_order(null, null, null, '2026-11-02', %s::jsonb, kind => 'return',"
                          " return_of => %s)", back, f"O{number}").fetchone()
            call("select accounting.invoice_orders(array[%s::bigint], '2026-11-30')", order)
        call("select accounting.set_seller(%s::jsonb)", SELLER | {"vatId": "DE136695976"})
    yield djet
    djet.stop()


def amounts(xml, element):
    return [Decimal(text) for text in re.findall(rf"<cbc:{element}[^>]*>([^<]*)<", xml)]


def test_a_hundred_files_obey_the_rules_and_say_what_was_booked(shop):
    output = json.loads(shop.run("call", "accounting.export-documents", "--json"))
    assert output["documents"] == 100 and output["refusedCount"] == 0, output["refused"]
    archive = zipfile.ZipFile(io.BytesIO(shop.file(output["file"]["file"])))
    assert archive.testzip() is None and len(archive.namelist()) == 101
    with shop.database() as database:
        booked = database.execute(
            "select i.kind || '-' || i.number || '.xml', i.total, coalesce(i.tax, 0), i.total + coalesce(i.tax, 0)"
            " from accounting.invoice i join accounting.invoice_document d on d.invoice_id = i.id").fetchall()
        lines = database.execute("select distinct tax_category from accounting.invoice_line")
        categories = {category for category, in lines}
    assert categories == {"S", "Z", "E", "AE", "K", "G", "O"}
    wrong = []
    for name, net, tax, gross in booked:
        xml = archive.read(name).decode()
        wrong += [f"{name}: {fault}" for fault in faults(xml)]
        sign = -1 if name.startswith("credit-note") else 1
        assert amounts(xml, "TaxExclusiveAmount") == [sign * net], name
        assert amounts(xml, "TaxAmount")[0] == sign * tax, name
        assert amounts(xml, "PayableAmount") == [sign * gross], name
    assert not wrong, "\n".join(wrong[:20])
    lines = archive.read("lines.csv").decode().splitlines()
    assert lines[0].startswith("kind,number,issued_on,") and len(lines) > 200


def test_a_fault_is_found(shop):
    with shop.database() as database:
        content, = database.execute("select content from accounting.invoice_document limit 1").fetchone()
    xml = bytes(content).decode()
    assert faults(xml.replace("<cbc:PayableAmount currencyID=\"EUR\">", "<cbc:PayableAmount currencyID=\"EUR\">1"))


def test_many_invoices_become_one_pdf(shop):
    reply = json.loads(shop.run("call", "accounting.print-invoices", "--args", '{"kind": "invoice"}', "--json"))
    pdf = shop.file(reply["file"])
    assert pdf.startswith(b"%PDF-") and reply["name"] == "invoices.pdf"
    # Each invoice is on a sheet of its own.
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 50


def test_each_sheet_of_a_long_invoice_is_a_page(djet, admin):
    descriptions = [
        "Mug", "Wide " + "W" * 200, ("An address of goods, " * 40).strip(), "\u8aac\u660e" * 60, "Box of twelve mugs"]
    lines = [{"product": f"P{place}", "quantity": 1, "unitPrice": 1234567.89, "description": descriptions[place % 5]}
             for place in range(90)]
    order = json.loads(djet.run("call", "sales.place-order", "--args",
                                json.dumps({"number": "LONG", "lines": lines}), "--json"))["id"]
    invoice = json.loads(djet.run("call", "accounting.invoice-order", "--args", json.dumps({"order": order}), "--json"))
    reply = json.loads(djet.run("call", "accounting.print-invoices", "--args",
                                json.dumps({"invoices": [invoice["id"]]}), "--json"))
    pages = len(re.findall(rb"/Type\s*/Page\b", djet.file(reply["file"])))
    text = admin(f"/invoices/{invoice['id']}/print").get_by_role("main").inner_text()
    assert pages > 5 and re.findall(r"Page (\d+) of (\d+)", text) == [
        (str(number + 1), str(pages)) for number in range(pages)]
    carried = re.findall(r"Carried forward\s+([\d,.]+)", text)
    assert len(carried) == pages - 1 and carried == re.findall(r"Brought forward\s+([\d,.]+)", text)


def test_an_invoice_prints_without_the_frame_of_the_site(admin, djet):
    djet.run("call", "sales.place-order", "--args",
             '{"number": "DOC", "lines": [{"product": "DOC", "quantity": 1, "unitPrice": 5, "description": "Thing"}]}')
    with djet.database() as database:
        order, = database.execute("select id from sales.order where number = 'DOC'").fetchone()
    djet.run("call", "accounting.invoice-order", "--args", json.dumps({"order": order}))
    page = admin("/invoices?order=DOC")
    page.get_by_role("main").get_by_role("link", name=re.compile("^invoice")).click()
    page.get_by_role("link", name="Print", exact=True).click()
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    assert "Invoice" in shown and "Thing" in shown
    assert "Sign out" not in shown and "As it is printed" not in shown
