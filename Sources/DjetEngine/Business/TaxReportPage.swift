import DjetModel
import Foundation

/// The sums of the invoices of a period by category and rate of tax.
struct TaxReportPage: Codable, Sendable {
    let taxes: [TaxReport.Row]
    /// The sum of the net amounts.
    let net: Decimal
    /// The sum of the taxes.
    let tax: Decimal
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    /// The address of the CSV file of the same period.
    let filePath: String
    /// The address of the ledger.
    let ledgerPath: String
    /// The address of the rates; empty if there are none that the visitor may see.
    let ratesPath: String

    init(_ visit: Visit, _ report: TaxReport.Output) {
        taxes = report.taxes
        net = report.net
        tax = report.tax
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        filePath = visit.nextPath(visit.path("tax.csv"), keeping: ["from", "to"], [])
        ledgerPath = visit.path()
        ratesPath = visit.path(toBasetype: "tax-rates")
    }
}

extension TaxReport.Output {
    /// The report as a CSV file: category, name, rate, invoices, net and tax.
    var csv: String {
        taxes.reduce("category,name,rate,invoices,net,tax\r\n") { text, row in
            let rate = row.rate.map { "\($0)" } ?? ""
            return text
                + "\(row.category.rawValue),\(row.name),\(rate),\(row.invoiceCount),\(row.net),\(row.tax)\r\n"
        }
    }
}
