import DjetJSON
import DjetModel

extension Visit {
    /// The `limit` of the query.
    var limit: Int? { query.integer("limit").map { Int($0) } }

    /// Returns the path of these segments below the node, percent-encoded.
    func path(of segments: [String]) -> String {
        guard !segments.isEmpty else { return path() }
        return ([node.path == "/" ? "" : node.path] + segments.map(Percent.encoded)).joined(separator: "/")
    }

    /// Returns the day of a query field; nil if it is missing.
    func day(_ name: String) -> Day? { query[name].flatMap { Day($0.beginning(10)) } }

    /// Returns the texts of query fields as a form shows them: a day without its time.
    func shown(_ name: String, isDay: Bool = false) -> String {
        let text = query[name] ?? ""
        return isDay ? text.beginning(10) : text
    }

    /// The mark where the page before ended in a list by day. Throws `ModelError.invalid` if it is none, such
    /// as one of a day that no month has.
    var pageMark: PageMark? {
        get throws {
            guard let text = query["after"] else { return nil }
            guard let mark = PageMark(text) else {
                throw ModelError.invalid("the query parameter “after” must be a mark like 2010-12-01.42")
            }
            return mark
        }
    }

    /// The mark where the page before ended in a search.
    var searchMark: SearchMark? { query["after"].flatMap(SearchMark.init) }

    /// Returns the address of the next page: the same query fields but for the marks where it begins. It is
    /// empty without marks.
    func nextPath(_ page: String, keeping names: [String], _ marks: [FormEntry]?) -> String {
        guard let marks else { return "" }
        let kept = (names + ["limit"]).compactMap { name in query[name].map { (name, $0) } }
        let fields = (kept + marks.map { ($0.name, $0.value) }).map { "\($0)=\(Percent.encoded($1))" }
        return fields.isEmpty ? page : "\(page)?\(fields.joined(separator: "&"))"
    }

    /// True if the query has one of these fields, or is about a later page.
    func isFiltered(by names: [String]) -> Bool { (names + ["after"]).contains { query[$0] != nil } }
}

extension QueryField {
    /// The most entries of a page.
    static let limit = QueryField(
        "limit", .integer(1...1_000), "The maximum number of entries (default: 50)")
    /// The first day of a list or a report.
    static let from = QueryField("from", .time, "Only on this day or later")
    /// The last day of a list or a report.
    static let to = QueryField("to", .time, "Only on this day or earlier")
    /// The end of the previous page in a search.
    static let searchMark = QueryField(
        "after", .matching(SearchMark.pattern, like: "name.A1"),
        "The next of the previous page")
    /// The end of the previous page in a list by day.
    static let after = QueryField(
        "after", .matching(#"^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+$"#, like: "2010-12-01.42"),
        "The next of the previous page")
}
