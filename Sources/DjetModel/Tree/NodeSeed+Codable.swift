extension NodeSeed {
    /// Reads a seed. Only path, basetype and title are required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        path = try container.decode(String.self, forKey: .path)
        basetype = try container.decode(String.self, forKey: .basetype)
        title = try container.decode(String.self, forKey: .title)
        position = try container.decodeIfPresent(Int.self, forKey: .position)
        inMenu = try container.decodeIfPresent(Bool.self, forKey: .inMenu) ?? true
        columns = try container.decodeIfPresent([String: JSONValue].self, forKey: .columns) ?? [:]
        access = try container.decodeIfPresent([String: Set<Right>].self, forKey: .access) ?? [:]
        redirect = try container.decodeIfPresent(Redirect.self, forKey: .redirect)
    }
}
