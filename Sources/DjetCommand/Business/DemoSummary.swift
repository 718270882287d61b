import DjetJSON
import DjetModel
import Foundation

/// The demo's closing report.
struct DemoSummary {
    let result: DemoResult
    /// The command line of the same with another file.
    let again: String
    /// The command line of a subcommand on the demo's database.
    let command: (String) -> String

    /// The report for people.
    var text: String {
        ([headline, ""] + facts + [""] + files + ["", Ink.bold("Try next", on: .output)] + suggestions)
            .joined(separator: "\n")
    }

    /// The report for programs: one object, money with two decimals.
    var json: String {
        get throws {
            var object = JSONObject()
            for (name, number) in counts { try object.add(name, number) }
            for (name, sum) in sums { try object.add(name, json: sum.text(decimals: 2)) }
            try object.add("jobs", result.jobs)
            try object.add("seconds", json: Decimal(result.seconds).text(decimals: 3))
            return object.tree.compact
        }
    }

    private var counts: [(String, Int)] {
        [
            ("lines", result.lines), ("accepted", result.accepted), ("rejected", result.rejected),
            ("orders", result.orders), ("returns", result.returns), ("invoices", result.invoices),
            ("creditNotes", result.creditNotes), ("parcels", result.parcels), ("payments", result.payments),
        ]
    }

    private var sums: [(String, Decimal)] {
        [
            ("salesTotal", result.salesTotal), ("returnsTotal", result.returnsTotal),
            ("netTotal", result.netTotal), ("debit", result.ledger.debit), ("credit", result.ledger.credit),
            ("receivables", result.ledger.receivables), ("paid", result.paid),
            ("openReceivables", result.openReceivables),
        ]
    }

    private var headline: String {
        let imported = "\(Self.count(result.orders, "order")) and \(Self.count(result.returns, "return"))"
        let took = Duration.seconds(result.seconds).text
        return Ink.bold("\(imported) are imported, invoiced and shipped in \(took).", on: .output)
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number.grouped) \(thing)\(number == 1 ? "" : "s")"
    }

    private var facts: [String] {
        let money = sums.map { $0.1.grouped(decimals: 2) }
        let rows = [
            ("lines", result.lines.grouped, linesNote),
            ("orders", result.orders.grouped, "and \(result.returns.grouped) returns"),
            ("invoices", result.invoices.grouped, invoicesNote),
            ("parcels", result.parcels.grouped, "of goods that were received for them"),
            ("jobs", result.jobs.grouped, rate),
            ("sales", money[0], ""), ("returns", money[1], ""), ("net", money[2], ""),
            ("debit", money[3], "and \(money[4]) credit in the ledger"),
            ("receivable", money[5], "what customers owe"),
            (
                "paid", money[6],
                "\(result.payments.grouped) payments: half of the customers pay all that they owe"
            ),
            ("still open", money[7], ""),
        ]
        let width = rows.map(\.1.count).max() ?? 0
        return rows.map { name, number, note in
            let line =
                "  \(Ink.blue(name.padded(to: 12), on: .output))\(number.padded(to: width, onTheLeft: true))"
            return note.isEmpty ? line : "\(line)  \(Ink.dim(note, on: .output))"
        }
    }

    private var linesNote: String {
        let purpose = result.isSample && result.rejected > 0 ? ", made to be broken" : ""
        return "\(result.accepted.grouped) accepted, \(result.rejected.grouped) rejected\(purpose)"
    }

    /// The number of credit notes, and the reasons why some orders and returns have neither.
    private var invoicesNote: String {
        let documents = result.invoices + result.creditNotes + result.notInvoiced
        let worthless = result.orders + result.returns - documents - result.foreign
        let rest = [
            (worthless, "none for \(worthless.grouped) whose total is 0"),
            (result.foreign, "none for \(result.foreign.grouped) in other currencies"),
            (result.notInvoiced, "\(result.notInvoiced.grouped) could not be invoiced"),
        ]
        let notes = rest.filter { $0.0 > 0 }.map { "; \($0.1)" }
        return "and \(result.creditNotes.grouped) credit notes\(notes.joined())"
    }

    private var rate: String {
        let each = result.seconds > 0 ? Int(Double(result.jobs) / result.seconds) : 0
        return "\(each.grouped) a second overall"
    }

    private var files: [String] {
        Self.aligned(zip(result.files, ["the export", "the rejected lines, with reasons"]))
    }

    private var suggestions: [String] {
        let program = Application.current.name
        return Self.aligned([
            (command("jobs list --limit 10"), "the jobs behind it"),
            ("\(program) functions", "the functions to call or offload"),
            (again, "the same with your own orders"),
        ])
    }

    /// Returns each text with its note, the notes in one column.
    private static func aligned(_ lines: some Sequence<(String, String)>) -> [String] {
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { "  \($0.padded(to: width))  \(Ink.dim($1, on: .output))" }
    }
}
