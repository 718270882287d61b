import DjetStore

/// Finds all that the delivery note of a parcel says.
public struct FindDeliveryNote: ModelFunction {
    /// The name `logistics.find-delivery-note`.
    public static let name = "logistics.find-delivery-note"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The parcel's id.
    public var parcel: Int

    /// Creates the search for a delivery note.
    public init(parcel: Int) {
        self.parcel = parcel
    }

    /// Returns the delivery note. Throws `ModelError.notFound` if there is no such parcel.
    public func run(in model: Model) async throws -> DeliveryNote {
        let parcel = try await model.call(FindParcel(parcel: parcel))
        let recipient = try await model.database.first(
            "select * from logistics.recipient(\(parcel.orderId))", as: Recipient.self)
        return DeliveryNote(
            parcel: parcel, seller: try await model.seller(), customerName: recipient?.name,
            address: recipient?.address)
    }

    /// A row of `logistics.recipient()`.
    private struct Recipient: Decodable {
        let name: String?
        let address: Address?
    }
}

/// All that goes with a parcel: what is in it, from whom and to whom.
public struct DeliveryNote: Codable, Sendable, Equatable {
    /// The parcel with its lines.
    public let parcel: OrderParcel

    /// The firm that sends it; nil while nobody has said.
    public let seller: Seller?

    /// The name of the customer.
    public let customerName: String?

    /// The address of the goods.
    public let address: Address?
}
