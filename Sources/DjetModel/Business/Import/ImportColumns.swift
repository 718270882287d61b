/// The names of the columns that an import cannot find by itself, or finds twice.
public struct ImportColumns: Codable, Sendable, Equatable {
    /// The name of the column with the order's number.
    public var number: String?
    /// The name of the column with the product's code.
    public var product: String?
    /// The name of the column with the product's description.
    public var description: String?
    /// The name of the column with the quantity.
    public var quantity: String?
    /// The name of the column with the price of one.
    public var unitPrice: String?
    /// The name of the column with the customer's code.
    public var customer: String?
    /// The name of the column with the country.
    public var country: String?
    /// The name of the column with the day of the order.
    public var orderedOn: String?
    /// The name of the column with the discount: a share such as 0.05, or a percentage with its sign.
    public var discount: String?
    /// The name of the column with the discount in percent.
    public var discountPercent: String?
    /// The name of the column with the currency of the order.
    public var currency: String?

    /// Creates an empty set of names: all columns are found by the known ones.
    public init() {}

    /// Returns the name that was given for a column; nil if none was.
    subscript(column: OrderColumn) -> String? {
        let name: String? =
            switch column {
            case .number: number
            case .code: product
            case .description: description
            case .quantity: quantity
            case .price: unitPrice
            case .customer: customer
            case .country: country
            case .date: orderedOn
            case .discount: discount
            case .discountPercent: discountPercent
            case .currency: currency
            }
        return name.flatMap { OrderColumn.plain($0).isEmpty ? nil : $0 }
    }
}
