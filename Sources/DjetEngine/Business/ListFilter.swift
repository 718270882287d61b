import DjetJSON
import DjetModel
import HTTPTypes

/// The filter in the query of a list's address.
struct ListFilter: Sendable {
    /// The query fields of both lists.
    static let fields = [
        QueryField("customer", .text, "The customer's exact code"),
        QueryField("from", .time, "Only on this day or later"),
        QueryField("to", .time, "Only on this day or earlier"),
        QueryField(
            "after", .matching(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+$"#, like: "2010-12-01.42"),
            "The next of the previous page"),
        QueryField("limit", .integer(1...1_000), "The maximum number of entries (default: 50)"),
    ]

    let visit: Visit

    var customer: String? { visit.query["customer"] }
    var from: Day? { day("from") }
    var to: Day? { day("to") }
    var limit: Int? { visit.query.integer("limit").map { Int($0) } }

    /// The mark where the page before ended. Throws `ModelError.invalid` if it is none, such as one of a day
    /// that no month has.
    var after: PageMark? {
        get throws {
            guard let text = visit.query["after"] else { return nil }
            guard let mark = PageMark(text) else {
                throw ModelError.invalid("the query parameter “after” must be a mark like 2010-12-01.42")
            }
            return mark
        }
    }

    /// Returns the address of the page after a mark, with the same filter; empty without a mark.
    func path(after mark: PageMark?, keeping names: [String]) -> String {
        guard let mark else { return "" }
        let kept = (names + ["customer", "from", "to", "limit"]).compactMap { name in
            visit.query[name].map { "\(name)=\(Percent.encoded($0))" }
        }
        return visit.path() + "?"
            + (kept + ["after=\(Percent.encoded(mark.description))"]).joined(separator: "&")
    }

    private func day(_ name: String) -> Day? {
        visit.query[name].flatMap { Day($0.beginning(10)) }
    }
}
