import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The browser tests hold the files to the rules of EN 16931 itself.
@Suite struct UBLTests {
    /// A category by its customer and its product.
    static let categories = [
        ("S", "DE", "standard", "19"), ("S", "DE", "reduced", "7"), ("Z", "DE", "zero", "0"),
        ("E", "DE", "exempt", "0"), ("AE", "FR", "standard", "0"), ("G", "US", "standard", "0"),
    ]

    @Test(arguments: categories)
    func aFileSaysWhatWasBooked(category: String, customer: String, product: String, rate: String)
        async throws
    {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let invoice = try await model.taxed(
                (product, 4, "2.5"), number: "7", customer: customer)
            let note = try await model.credited(invoice)
            for (document, sign) in [(invoice, Decimal(1)), (note, -1)] {
                let xml = try await model.call(WriteUBL(invoice: document.id)).xml
                let root = document.kind == .invoice ? "Invoice" : "CreditNote"
                #expect(xml.contains("<\(root) xmlns=") && xml.hasSuffix("</\(root)>\n"))
                let amounts = ["cbc:TaxAmount", "cbc:PayableAmount"].map {
                    xml.elements($0).first.flatMap { Decimal(string: String($0)) }
                }
                #expect(amounts == [sign * (document.tax ?? 0), sign * document.gross])
                #expect(xml.elements("cbc:LineExtensionAmount").first == "10.00")
                #expect(Set(xml.elements("cbc:Percent")) == [rate[...]])
                #expect(xml.contains("<cbc:ID>\(category)</cbc:ID>"))
                #expect(xml.contains("&lt;\(customer)&gt; &amp; Co"))
                #expect(xml.contains("billing:01:1.0</cbc:ProfileID>"))
            }
            let corrected = try await model.call(WriteUBL(invoice: note.id)).xml
            #expect(corrected.contains("<cac:BillingReference>"))
            #expect(corrected.elements("cbc:CreditedQuantity") == ["4"])
        }
    }

    @Test func aDiscountIsAnAllowanceAndANegativePriceANegativeQuantity() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let order = try await model.call(
                PlaceOrder(
                    customer: "DE",
                    lines: [
                        .init(product: "standard", quantity: 3, unitPrice: 10, discount: 0.125),
                        .init(product: "standard", quantity: 1, unitPrice: -2),
                    ]))
            let xml = try await model.call(WriteUBL(invoice: model.invoice(order.id).id)).xml
            #expect(xml.elements("cbc:MultiplierFactorNumeric") == ["12.5"])
            #expect(xml.elements("cbc:Amount") == ["3.75"] && xml.elements("cbc:BaseAmount") == ["30.00"])
            #expect(xml.elements("cbc:InvoicedQuantity") == ["3", "-1"])
            #expect(xml.elements("cbc:PriceAmount") == ["10", "2"])
        }
    }

    @Test func whatIsMissingIsNamed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let walkIn = try await model.taxed(("A", 1, "10"))
            await model.refuses(WriteUBL(invoice: walkIn.id), "set the shop's currency")
            await model.refuses(WriteUBL(invoice: walkIn.id), "set the seller (accounting.set-seller)")
            await model.refuses(WriteUBL(invoice: walkIn.id), "its order names no customer")
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), customer: "K")
            await model.refuses(WriteUBL(invoice: invoice.id), "set the name of the customer K")
            await model.refuses(WriteUBL(invoice: invoice.id), "set the country of the customer's address")
            _ = try await model.call(SetSeller(clear: [.vatId, .registration]))
            let outside = try await model.taxed(("standard", 1, "10"), customer: "DE")
            _ = try await model.call(SetSeller(vatId: "DE136695976"))
            let advice = "(accounting.set-seller): the invoice was issued without tax, and so names no VAT id"
            await model.refuses(WriteUBL(invoice: outside.id), "set the seller's registration \(advice)")
            _ = try await model.call(SetSeller(registration: "HRB 1"))
            let xml = try await model.call(WriteUBL(invoice: outside.id)).xml
            #expect(xml.contains("VATEX-EU-O") && !xml.contains("cbc:Percent"))
            #expect(!xml.contains("cac:PartyTaxScheme"))
        }
    }

    @Test(
        arguments: [
            ("DE89 3704 0044 0532 0130 00", nil), ("gb82west12345698765432", nil),
            ("DE89370400440532013001", "iban: a digit or letter is wrong"),
            ("DE8", "iban: is not an account such as DE89370400440532013000"),
        ] as [(String, String?)])
    func theAccountOfTheSellerIsChecked(iban: String, refusal: String?) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            guard let refusal else {
                let seller = try await model.call(SetSeller(iban: iban))
                #expect(seller.iban == iban.uppercased().replacing(" ", with: ""))
                return
            }
            await #expect(
                throws: ModelError.invalid("\(refusal). Correct the field and set the seller again.")
            ) {
                try await model.call(SetSeller(iban: iban))
            }
        }
    }

    @Test func aFileStaysAsItWasFirstMade() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), customer: "DE")
            let first = try await model.call(WriteUBL(invoice: invoice.id))
            clock.advance(by: 86_400)
            _ = try await model.call(SetSeller(name: "Another name"))
            let again = try await model.call(WriteUBL(invoice: invoice.id))
            #expect(again.xml == first.xml && again.madeAt == first.madeAt)
            let file = try #require(again.file)
            #expect(file.name == "invoice-1.xml" && file.mimeType == "application/xml")
            #expect(try await model.text(of: file) == first.xml)
            let isKept = try await database.store.first(
                """
                select
                  encode(sha256(content), 'hex') = \(first.sha256) and encode(sha256, 'hex') = \(first.sha256)
                from accounting.invoice_document
                """, as: Bool.self)
            #expect(isKept == true)
            for (verb, rest) in [("update", "set content = ''"), ("delete from", "")] {
                let change = "\(verb) accounting.invoice_document \(rest)"
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(Statement(text: change))
                }
                #expect(error?.sqlState?.rawValue == "DJ409")
            }
        }
    }

    /// Two that ask at the same time get the same bytes, whoever was first.
    @Test func twoAskersGetOneFile() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), customer: "DE")
            let files = try await withThrowingTaskGroup(of: UBLFile.self) { group in
                for _ in 0..<8 { group.addTask { try await model.call(WriteUBL(invoice: invoice.id)) } }
                return try await group.reduce(into: Set<String>()) { $0.insert("\($1.madeAt) \($1.xml)") }
            }
            #expect(files.count == 1)
        }
    }
}
