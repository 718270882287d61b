/// The side on which the shop deals with a party.
public protocol PartyRole: Sendable {
    /// The word for it in names of functions and tables: `customer` or `supplier`.
    static var word: String { get }
}

/// The role of those who buy from the shop.
public enum CustomerRole: PartyRole {
    /// `customer`.
    public static let word = "customer"
}

/// The role of those from whom the shop buys.
public enum SupplierRole: PartyRole {
    /// `supplier`.
    public static let word = "supplier"
}
