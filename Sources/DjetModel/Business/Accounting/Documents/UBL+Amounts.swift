import Foundation

extension UBL {
    func payment(_ xml: inout XMLWriter) {
        if isCreditNote {
            xml.element("cac:PaymentTerms") { $0.element("cbc:Note", "Credited to the customer's account") }
        } else if let iban = seller.iban {
            xml.element("cac:PaymentMeans") { xml in
                // 30 of the list UNCL4461: a credit transfer.
                xml.element("cbc:PaymentMeansCode", "30")
                xml.element("cbc:PaymentID", "\(document.number)")
                xml.element("cac:PayeeFinancialAccount") { $0.element("cbc:ID", iban) }
            }
        }
    }

    func totals(_ xml: inout XMLWriter) {
        xml.element("cac:TaxTotal") { xml in
            amount("cbc:TaxAmount", document.tax, &xml)
            for tax in document.taxes {
                xml.element("cac:TaxSubtotal") { xml in
                    amount("cbc:TaxableAmount", tax.net, &xml)
                    amount("cbc:TaxAmount", tax.tax, &xml)
                    category("cac:TaxCategory", tax.category, tax.rate, &xml) { xml in
                        xml.element("cbc:TaxExemptionReasonCode", tax.reasonCode)
                        xml.element("cbc:TaxExemptionReason", tax.reason)
                    }
                }
            }
        }
        xml.element("cac:LegalMonetaryTotal") { xml in
            amount("cbc:LineExtensionAmount", document.total, &xml)
            amount("cbc:TaxExclusiveAmount", document.total, &xml)
            amount("cbc:TaxInclusiveAmount", document.gross, &xml)
            amount("cbc:PayableAmount", document.gross, &xml)
        }
    }

    /// Writes a line. A negative price, which the norm forbids (BR-27), becomes a negative quantity.
    func line(_ line: InvoiceDocument.Line, _ xml: inout XMLWriter) {
        let isFlipped = isCreditNote != (line.unitPrice < 0)
        xml.element(isCreditNote ? "cac:CreditNoteLine" : "cac:InvoiceLine") { xml in
            xml.element("cbc:ID", "\(line.number)")
            xml.element(
                isCreditNote ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", ["unitCode": line.unit],
                "\(isFlipped ? 0 - line.quantity : line.quantity)")
            amount("cbc:LineExtensionAmount", line.amount, &xml)
            if let discount = line.discount { allowance(discount, on: line, &xml) }
            xml.element("cac:Item") { xml in
                xml.element("cbc:Name", line.description)
                xml.element("cac:SellersItemIdentification") { $0.element("cbc:ID", line.product) }
                category("cac:ClassifiedTaxCategory", line.category, line.rate, &xml)
            }
            xml.element("cac:Price") { xml in
                xml.element(
                    "cbc:PriceAmount", ["currencyID": currency],
                    "\(line.unitPrice < 0 ? 0 - line.unitPrice : line.unitPrice)")
            }
        }
    }

    private func allowance(_ share: Decimal, on line: InvoiceDocument.Line, _ xml: inout XMLWriter) {
        var exact = line.quantity * line.unitPrice
        var full = Decimal()
        NSDecimalRound(&full, &exact, 2, .plain)
        xml.element("cac:AllowanceCharge") { xml in
            xml.element("cbc:ChargeIndicator", "false")
            // 95 of the list UNCL5189: a discount.
            xml.element("cbc:AllowanceChargeReasonCode", "95")
            xml.element("cbc:AllowanceChargeReason", "Discount")
            xml.element("cbc:MultiplierFactorNumeric", "\(share * 100)")
            amount("cbc:Amount", full - line.amount, &xml)
            amount("cbc:BaseAmount", full, &xml)
        }
    }

    private func category(
        _ element: String, _ category: TaxCategory, _ rate: Decimal?, _ xml: inout XMLWriter,
        _ reason: (inout XMLWriter) -> Void = { _ in }
    ) {
        xml.element(element) { xml in
            xml.element("cbc:ID", category.rawValue)
            // Outside of tax there is no rate, not even 0 (BR-O-05).
            xml.element("cbc:Percent", rate.map { "\($0 * 100)" })
            reason(&xml)
            taxScheme(&xml)
        }
    }

    /// Writes an amount with two decimals; of a credit note, with the other sign.
    private func amount(_ element: String, _ value: Decimal, _ xml: inout XMLWriter) {
        let shown = "\(isCreditNote ? 0 - value : value)"
        let decimals = shown.split(separator: ".").dropFirst().first?.count ?? 0
        let zeros = String(repeating: "0", count: max(2 - decimals, 0))
        xml.element(element, ["currencyID": currency], "\(shown)\(decimals == 0 ? "." : "")\(zeros)")
    }
}
