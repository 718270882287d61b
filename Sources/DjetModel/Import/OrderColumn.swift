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

    /// The names by which files call it, for people; case, spaces, underscores and hyphens make no
    /// difference.
    package var spellings: [String] {
        switch self {
        case .number: ["order number", "order no", "order id", "invoice number", "invoice no"]
        case .code: ["product code", "product id", "product no", "stock code", "sku"]
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
        let plain = Self.plain(name)
        guard let column = Self.allCases.first(where: { $0.spellings.contains { Self.plain($0) == plain } })
        else {
            return nil
        }
        self = column
    }

    /// A name without what makes no difference.
    static func plain(_ name: String) -> String {
        name.lowercased().filter { !" _-\t\u{A0}".contains($0) }
    }
}
