import DjetStore

/// Finds one parcel with its lines.
public struct FindParcel: ModelFunction {
    /// The name `logistics.find-parcel`.
    public static let name = "logistics.find-parcel"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The parcel's id.
    public var parcel: Int

    /// Creates the search for a parcel.
    public init(parcel: Int) {
        self.parcel = parcel
    }

    /// Returns the parcel. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> OrderParcel {
        try await model.database.first(
            "select * from logistics.whole_parcel where id = \(parcel)", as: OrderParcel.self,
            orThrow: .notFound("there is no parcel with the id \(parcel)"))
    }
}
