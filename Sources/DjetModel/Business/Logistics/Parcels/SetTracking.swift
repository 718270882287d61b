import DjetStore

/// Sets the carrier of a parcel and the carrier's number of it, which may be known later than it is shipped.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid text, ``ModelError/notFound(_:)`` for an unknown
///   parcel.
public struct SetTracking: ModelFunction {
    /// The name `logistics.set-tracking`.
    public static let name = "logistics.set-tracking"

    /// The parcel's id.
    public var parcel: Int

    /// The carrier, at most 100 characters; nil leaves it as it is.
    public var carrier: String?

    /// The carrier's number of the parcel, at most 100 characters; nil leaves it as it is.
    public var trackingNumber: String?

    /// Creates the setting for a parcel.
    public init(parcel: Int, carrier: String? = nil, trackingNumber: String? = nil) {
        self.parcel = parcel
        self.carrier = carrier
        self.trackingNumber = trackingNumber
    }

    /// Sets them and returns the parcel.
    public func run(in model: Model) async throws -> OrderParcel {
        let carrier = try PlainText.said(carrier, as: "carrier")
        let number = try PlainText.said(trackingNumber, as: "trackingNumber")
        return try await model.database.first(
            "select * from logistics.set_tracking(\(parcel), \(carrier), \(number))", as: OrderParcel.self,
            orThrow: .unavailable("the parcel was set but not returned"))
    }
}
