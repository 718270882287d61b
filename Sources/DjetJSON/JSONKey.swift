/// A place in JSON for which no type has a key.
struct JSONKey: CodingKey {
    static let `super` = JSONKey(stringValue: "super")

    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    /// An element of a list.
    init(_ position: Int) {
        stringValue = "Index \(position)"
        intValue = position
    }

    init?(intValue: Int) { self.init(intValue) }
}
