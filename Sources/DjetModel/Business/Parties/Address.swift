/// A postal address.
public struct Address: Codable, Sendable, Hashable {
    /// Street and house, perhaps with a name or a floor in lines of their own: at most three.
    public var lines: [String]?

    /// The postcode.
    public var postcode: String?

    /// The city.
    public var city: String?

    /// The state or province, where addresses have one.
    public var region: String?

    /// The country by ISO 3166-1, such as `DK`; a name such as `Denmark` is taken as well.
    public var countryCode: String?

    /// Creates an address. One that says nothing removes the address that a party has.
    public init(
        lines: [String]? = nil, postcode: String? = nil, city: String? = nil, region: String? = nil,
        countryCode: String? = nil
    ) {
        self.lines = lines
        self.postcode = postcode
        self.city = city
        self.region = region
        self.countryCode = countryCode
    }
}
