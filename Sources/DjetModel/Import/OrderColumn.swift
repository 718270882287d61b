/// What an import of orders looks for in the header of a file.
package enum OrderColumn: Int, CaseIterable, Sendable {
    case number, code, description, quantity, price, customer, country, date

    /// The column's name for people.
    package var title: String {
        switch self {
        case .number: "order number"
        case .code: "product code"
        case .description: "description"
        case .quantity: "quantity"
        case .price: "unit price"
        case .customer: "customer"
        case .country: "country"
        case .date: "date"
        }
    }

    /// True if no order line can do without it.
    package var isNeeded: Bool {
        switch self {
        case .number, .code, .quantity, .price: true
        case .description, .customer, .country, .date: false
        }
    }

    /// The names by which files call it, for people; case, spaces, line breaks, underscores, hyphens and points make
    /// no difference, and `#` is `no`.
    package var spellings: [String] {
        switch self {
        case .number:
            ["order number", "order no", "order id", "invoice number", "invoice no", "invoice"]
        case .code:
            ["product code", "product id", "product no", "product number", "stock code", "sku"]
        case .description: ["description", "product name", "product description"]
        case .quantity: ["quantity", "qty"]
        case .price: ["unit price", "price"]
        case .customer: ["customer", "customer id", "customer no", "customer number", "customer code"]
        case .country: ["country", "ship country"]
        case .date: ["date", "order date", "invoice date"]
        }
    }

    /// The column that a file calls by this name; nil if it is none of these.
    package init?(named name: String) {
        guard let column = Self.known[Self.plain(name)] else { return nil }
        self = column
    }

    private static let known = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { column in
            column.spellings.map { (plain($0), column) }
        })

    /// A name without what makes no difference. Long ones are cut: no column has such a name.
    static func plain(_ name: String) -> String {
        var plain = ""
        for scalar in name.unicodeScalars.prefix(200) {
            if scalar == "#" { plain += "no" }
            guard !scalar.properties.isWhitespace, !"_-.#'\"\u{200B}\u{FEFF}".unicodeScalars.contains(scalar)
            else {
                continue
            }
            plain += scalar.properties.lowercaseMapping
        }
        return plain
    }
}
