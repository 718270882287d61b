import DjetModel

/// A field of a list's filter: a query field of its address, and a field of the form above it.
struct FilterField: Sendable {
    /// The query field.
    let query: QueryField
    /// The label; nil for a field that the form keeps unseen.
    let title: String?

    init(_ query: QueryField, _ title: String?) {
        (self.query, self.title) = (query, title)
    }

    /// The exact code of a customer.
    static let customer = FilterField(
        QueryField("customer", .text, "The customer's exact code"), "Customer")
    /// The first day.
    static let from = FilterField(.from, "From")
    /// The last day.
    static let to = FilterField(.to, "To")
    /// The words of a search.
    static let search = FilterField(
        QueryField("search", .words, "The beginning of what is searched for"), "Search")

    /// A field with its value, as the form shows it.
    struct Shown: Codable, Sendable {
        /// An option of a choice.
        struct Option: Codable, Sendable {
            let value: String
            let isChosen: Bool
        }

        let name: String
        let title: String
        let value: String
        /// The `type` of its `input`.
        let inputType: String
        /// The `inputmode` of its `input`.
        let inputMode: String
        let isInput: Bool
        let isCheck: Bool
        let isChoice: Bool
        /// True if it has a value that the form keeps unseen.
        let isKept: Bool
        let options: [Option]
    }

    /// Returns the field with its value in the address of a visit.
    func shown(_ visit: Visit) -> Shown {
        let (inputType, inputMode) = input
        let value = visit.shown(query.name, isDay: inputType == "date")
        let isCheck = choices.count == 1
        return Shown(
            name: query.name, title: title ?? "", value: value, inputType: inputType, inputMode: inputMode,
            isInput: title != nil && choices.isEmpty, isCheck: title != nil && isCheck,
            isChoice: title != nil && choices.count > 1, isKept: title == nil && !value.isEmpty,
            options: choices.map { .init(value: $0, isChosen: $0 == value) })
    }

    private var choices: [String] {
        if case .choice(let choices) = query.kind { choices } else { [] }
    }

    private var input: (type: String, mode: String) {
        switch query.kind {
        case .time: ("date", "text")
        case .words: ("search", "search")
        case .integer: ("text", "numeric")
        case .text, .choice, .matching: ("text", "text")
        }
    }
}
