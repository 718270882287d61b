/// A column that an import of orders looks for in the header of a file.
package enum OrderColumn: Int, CaseIterable, Sendable {
    case number, code, description, quantity, price, customer, country, date
    case discount, discountPercent, currency

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
        case .discount: "discount"
        case .discountPercent: "discount percent"
        case .currency: "currency"
        }
    }

    /// The column's name among the arguments of an import.
    package var field: String {
        switch self {
        case .number: "number"
        case .code: "product"
        case .description: "description"
        case .quantity: "quantity"
        case .price: "unitPrice"
        case .customer: "customer"
        case .country: "country"
        case .date: "orderedOn"
        case .discount: "discount"
        case .discountPercent: "discountPercent"
        case .currency: "currency"
        }
    }

    /// The columns as fields of a mapping.
    static let fields = allCases.map { ImportField(name: $0.field, title: $0.title, isNeeded: $0.isNeeded) }

    /// True if every order line needs the column.
    package var isNeeded: Bool {
        switch self {
        case .number, .code, .quantity, .price: true
        case .description, .customer, .country, .date, .discount, .discountPercent, .currency: false
        }
    }

    /// The column's names in files, for people. Case, spaces, line breaks, invisible characters, underscores,
    /// hyphens, points and colons make no difference; `#` and `№` mean `no`. `item no` is missing: in some
    /// files it counts the lines of an order.
    package var spellings: [String] {
        switch self {
        case .number:
            ["order number", "order no", "order id", "invoice number", "invoice no", "invoice"]
        case .code:
            [
                "product code", "product id", "product no", "product number", "stock code", "item code",
                "sku",
            ]
        case .description: ["description", "product name", "product description"]
        case .quantity: ["quantity", "qty", "quantity ordered", "qty ordered"]
        case .price: ["unit price", "price", "price each"]
        case .customer:
            [
                "customer", "customer id", "customer no", "customer number", "customer code", "cust id",
                "cust no",
            ]
        case .country: ["country", "ship country", "shipping country", "country/region"]
        case .date: ["date", "order date", "invoice date"]
        case .discount: ["discount", "discount share"]
        case .discountPercent: ["discount percent", "discount percentage", "discount %"]
        case .currency: ["currency", "currency code", "order currency"]
        }
    }

    /// Finds the column that a file calls by this name; nil if it is none of these. A price may have its
    /// currency behind it: `Unit Price (GBP)`.
    package init?(named name: String) {
        let plain = Self.plain(name)
        if let column = Self.known[plain] {
            self = column
        } else if let bare = Self.withoutCurrency(plain), Self.known[bare] == .price {
            self = .price
        } else {
            return nil
        }
    }

    private static func withoutCurrency(_ plain: String) -> String? {
        guard plain.last == ")", let start = plain.lastIndex(of: "(") else { return nil }
        let inside = plain[plain.index(after: start)...].dropLast()
        return currencies.contains(String(inside)) ? String(plain[..<start]) : nil
    }

    private static let currencies: Set = [
        "€", "£", "$", "¥", "aud", "bgn", "brl", "cad", "chf", "cny", "czk", "dkk", "eur", "gbp", "huf",
        "inr", "isk", "jpy", "mxn", "nok", "nzd", "pln", "ron", "sek", "try", "uah", "usd", "zar",
    ]

    private static let known = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { column in
            column.spellings.map { (plain($0), column) }
        })

    /// Returns a name without everything that makes no difference, cut at 200 characters.
    static func plain(_ name: String) -> String {
        let name = String(String.UnicodeScalarView(name.unicodeScalars.prefix(200)))
        var plain = ""
        for scalar in ((try? PlainText.of(name)) ?? name).unicodeScalars {
            if scalar == "#" || scalar == "№" { plain += "no" }
            let isIgnored = "_-.:#№'\"".unicodeScalars.contains(scalar)
            guard !isIgnored, !PlainText.isUnseen(scalar) else { continue }
            plain += scalar.properties.lowercaseMapping
        }
        return plain
    }
}
