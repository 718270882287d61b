import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetEngine

@Suite struct DocumentsEngineTests {
    @Test func anInvoiceIsShownAsItIsPrintedAndHandedOutAsAFile() async throws {
        try await withFunctions { site, database in
            let model = site.site.model
            let order = try await model.call(
                PlaceOrder(
                    number: "<7>", customer: "A", lines: [.init(product: "P", quantity: 2, unitPrice: 617)]))
            _ = try await model.call(InvoiceOrder(order: order.id))
            let browser = try await Program.browser("ada", roles: .office, site)
            let invoice = try await browser.get("/invoices/1")
            #expect(invoice.body.contains(#"href="/invoices/1/print""#))
            let page = try await browser.get("/invoices/1/print")
            #expect(page.status == 200 && page.body.contains("<article class=\"letter\" lang=\"en\">"))
            #expect(page.body.contains("&lt;7&gt;") && page.body.contains("1,234.00"))
            #expect(page.body.contains("accounting.set-seller") && !page.body.contains("/invoices/1/ubl"))
            let early = try await browser.get("/invoices/1/ubl")
            #expect(early.status == 409 && early.body.contains("accounting.set-seller"))
            _ = try await model.call(SetCurrency(currency: "EUR"))
            _ = try await model.call(
                SetSeller(name: "Us", registration: "1", address: Address(countryCode: "DE")))
            var customer = SetCustomer(code: "A")
            (customer.name, customer.countryCode) = ("Ada", "DE")
            _ = try await model.call(customer)
            let complete = try await browser.get("/invoices/1/print")
            #expect(complete.body.contains(#"href="/invoices/1/ubl""#) && !complete.body.contains("<style"))
            let file = try await browser.get("/invoices/1/ubl")
            #expect(file.status == 200 && file["content-type"] == "application/xml; charset=utf-8")
            #expect(file["content-disposition"]?.contains("invoice-1.xml") == true)
            #expect(file.body.contains("<cbc:ID>&lt;7&gt;</cbc:ID>"))
            #expect(try await browser.get("/invoices/9/print").status == 404)
            #expect(try await browser.get("/invoices/9/ubl").status == 404)
        }
    }

    @Test func aDocumentIsInTheCustomersLanguage() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            let order = try await model.call(
                PlaceOrder(
                    number: "7", customer: "A", lines: [.init(product: "P", quantity: 2, unitPrice: 617)]))
            _ = try await model.call(InvoiceOrder(order: order.id))
            var customer = SetCustomer(code: "A")
            customer.language = "da"
            _ = try await model.call(customer)
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await browser.get("/invoices/1/print")
            #expect(page.body.contains(#"<html lang="en">"#) && page.body.contains("As it is printed."))
            for text in [#"lang="da""#, "<h1>Faktura 1</h1>", "1.234,00", ">Antal<", "I alt", "Side 1 af 1"] {
                #expect(page.body.contains(text), "\(text)")
            }
            let own = try await browser.get("/invoices/1", "Accept-Language: da")
            #expect(own.body.contains(#"<html lang="da">"#) && own.body.contains("1.234,00"))
            #expect(own.body.contains(">Kunde<") || own.body.contains("kunde"))
            let program = try await Program("bob", roles: .office, site)
            let data = try await program.get("/invoices/1/print", "Accept-Language: da")
            #expect(data.body.contains(#""heading":"Invoice 1""#) && data.body.contains("1,234.00"))
            let document = try await model.call(FindDocument(invoice: 1))
            let print = try LetterPrinter().page(of: [document])
            #expect(print.contains(#"<html lang="da">"#) && print.contains("<h1>Faktura 1</h1>"))
        }
    }

    @Test func aParcelHasADeliveryNote() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            _ = try await model.call(
                ReceiveGoods(lines: [StockLine(product: "P", quantity: 2, description: "Tea")]))
            let order = try await model.call(
                PlaceOrder(
                    number: "7", customer: "A",
                    deliveryAddress: Address(lines: ["1 <High> St"], city: "Town", countryCode: "DE"),
                    lines: [.init(product: "P", quantity: 2, unitPrice: 5)]))
            let parcel = try await model.call(ShipOrder(order: order.id))
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await browser.get("/shipping/parcels/\(parcel.id)/print")
            #expect(page.status == 200 && page.body.contains("Delivery note \(parcel.code)"))
            #expect(page.body.contains("1 &lt;High&gt; St"))
            let program = try await Program("bob", roles: .office, site)
            let data = try await program.get("/shipping/parcels/\(parcel.id)/print")
            #expect(data.body.contains(#""heading":"Delivery note"#))
            #expect(try await browser.get("/shipping/parcels/99/print").status == 404)
        }
    }

    @Test func thePrintHoldsItsStyleAndFetchesNothing() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            for number in ["1", "C2"] {
                let quantity: Decimal = number == "1" ? 1 : -1
                let order = try await model.call(
                    PlaceOrder(
                        number: number, kind: quantity < 0 ? .return : .order,
                        lines: [.init(product: "P", quantity: quantity, unitPrice: 5)]))
                _ = try await model.call(InvoiceOrder(order: order.id))
            }
            var documents: [InvoiceDocument] = []
            for id in 1...2 { documents.append(try await model.call(FindDocument(invoice: id))) }
            let page = try LetterPrinter().page(of: documents)
            #expect(page.contains("@page") && page.contains("default-src 'none'"))
            #expect(page.contains("<h1>Invoice 1</h1>") && page.contains("<h1>Credit note 1</h1>"))
            #expect(!page.contains("-5.00"), "a credit note says what is credited")
            #expect(!page.contains("href=") && !page.contains("src=") && !page.contains("url("))
        }
    }

    @Test func anInvoiceOfManyLinesCarriesItsTotalFromSheetToSheet() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            let order = try await model.call(
                PlaceOrder(
                    number: "7", customer: "A",
                    lines: (1...60).map { .init(product: "P\($0)", quantity: 1, unitPrice: 0.05) }))
            _ = try await model.call(InvoiceOrder(order: order.id))
            let document = try await model.call(FindDocument(invoice: 1))
            let letter = Letter(document, in: .english)
            let last = try #require(letter.sheets.last)
            #expect(letter.sheets.count > 2)
            // What is carried to the last sheet, and its lines, are all that is owed.
            let carried = try #require(Decimal(string: last.broughtForward))
            #expect(carried + Decimal(last.rows.count) * document.lines[0].amount == document.total)
            let danish = Letter(document, in: try #require(Languages(Business.languages).words(of: "da")))
            #expect(danish.sheets.last?.broughtForward.contains(",") == true)
            #expect(danish.carriedName == "Overføres til næste side")
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await browser.get("/invoices/1/print")
            #expect(page.body.contains("Page 1 of \(letter.sheets.count)"))
            #expect(page.body.components(separatedBy: "Carried forward").count == letter.sheets.count)
            #expect(page.body.components(separatedBy: "<thead>").count == letter.sheets.count + 1)
            #expect(page.body.components(separatedBy: "Invoice 1, ").count == letter.sheets.count + 1)
        }
    }
}
