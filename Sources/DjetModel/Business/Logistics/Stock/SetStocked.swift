import DjetStore

/// Says that a product is stocked, or that it is delivered without stock, as fees and freight are.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown product, ``ModelError/conflict(_:)`` if some of it is
///   on hand.
public struct SetStocked: ModelFunction {
    /// The name `logistics.set-stocked`.
    public static let name = "logistics.set-stocked"

    /// The product's code.
    public var product: String

    /// True if orders of it are shipped from what is on hand.
    public var isStocked: Bool

    /// Creates the setting for a product.
    public init(product: String, isStocked: Bool) {
        self.product = product
        self.isStocked = isStocked
    }

    /// Sets it.
    public func run(in model: Model) async throws -> Nothing {
        let product = try PlainText.argument(product, as: "product")
        try await model.database.query("select logistics.set_stocked(\(product), \(isStocked))")
        return Nothing()
    }
}
