import Foundation

/// Writes the UBL 2.1 file of an invoice, or credit note, by EN 16931-1.
///
/// If both parties have an address for electronic invoices, it says besides that it is one of Peppol BIS
/// Billing 3, whose rules ask for them. Amounts of a credit note have the other sign: there they say what is
/// credited.
struct UBL {
    private static let rules = "urn:cen.eu:en16931:2017"
    private static let peppol = "\(rules)#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
    private static let process = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

    let document: InvoiceDocument
    let seller: Seller
    let currency: String

    /// Throws `ModelError.conflict`, which names what is missing, if the norm allows no such file yet.
    init(_ document: InvoiceDocument) throws {
        guard document.missing.isEmpty, let seller = document.seller, let currency = document.currency else {
            throw ModelError.conflict(
                "\(document.title) has no file by EN 16931 yet: \(document.missing.joined(separator: "; "))")
        }
        (self.document, self.seller, self.currency) = (document, seller, currency)
    }

    var isCreditNote: Bool { document.kind == .creditNote }

    /// True if the invoice is outside of tax, as a whole (BR-O-11). It must not bear a VAT id (BR-O-02).
    var isOutsideOfTax: Bool { document.taxes.contains { $0.category == .outside } }

    /// The file.
    var text: String {
        let root = isCreditNote ? "CreditNote" : "Invoice"
        let schemas = "urn:oasis:names:specification:ubl:schema:xsd:"
        var xml = XMLWriter()
        xml.element(
            root,
            [
                "xmlns": "\(schemas)\(root)-2", "xmlns:cac": "\(schemas)CommonAggregateComponents-2",
                "xmlns:cbc": "\(schemas)CommonBasicComponents-2",
            ]
        ) { xml in
            head(&xml)
            references(&xml)
            parties(&xml)
            delivery(&xml)
            payment(&xml)
            totals(&xml)
            for line in document.lines { self.line(line, &xml) }
        }
        return xml.text
    }

    private func head(_ xml: inout XMLWriter) {
        let isForPeppol = seller.email != nil && document.buyer.email != nil
        xml.element("cbc:CustomizationID", isForPeppol ? Self.peppol : Self.rules)
        xml.element("cbc:ProfileID", isForPeppol ? Self.process : nil)
        xml.element("cbc:ID", "\(document.number)")
        xml.element("cbc:IssueDate", document.issuedOn.description)
        xml.element("cbc:DueDate", isCreditNote ? nil : document.dueOn?.description)
        xml.element(
            isCreditNote ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", isCreditNote ? "381" : "380")
        xml.element("cbc:DocumentCurrencyCode", currency)
    }

    private func references(_ xml: inout XMLWriter) {
        xml.element("cac:OrderReference") { $0.element("cbc:ID", document.orderNumber) }
        guard let corrected = document.correctsNumber else { return }
        xml.element("cac:BillingReference") { xml in
            xml.element("cac:InvoiceDocumentReference") { xml in
                xml.element("cbc:ID", "\(corrected)")
                xml.element("cbc:IssueDate", document.correctsIssuedOn?.description)
            }
        }
    }
}

extension InvoiceDocument {
    /// The name for people, such as `credit note 7`.
    var title: String { "\(kind.rawValue.replacing("-", with: " ")) \(number)" }
}
