import DjetJSON

/// An encrypted value in the JSON of a job: `{"$secret": "<key>:<base64>"}`.
struct SealedValue: Sendable, Equatable {
    private static let name = "$secret"

    /// The id of the key.
    let key: String
    /// Nonce, ciphertext and tag, in base64.
    let text: String

    init(key: String, text: String) {
        self.key = key
        self.text = text
    }

    /// Reads a value. Nil for any other JSON.
    init?(_ tree: JSONTree) {
        guard case .object(let members) = tree, members.count == 1, members[0].name == Self.name,
            let parts = members[0].value.text?.split(separator: ":", omittingEmptySubsequences: false),
            parts.count == 2
        else { return nil }
        self.init(key: String(parts[0]), text: String(parts[1]))
    }

    var tree: JSONTree { .object([.init(name: Self.name, value: .text("\(key):\(text)"))]) }

    /// Returns true if a reply, as the database writes it, may be encrypted.
    static func mayBe(_ reply: String) -> Bool { reply.utf8.starts(with: #"{"$secret": "#.utf8) }
}

extension JSONTree {
    /// Returns arguments or a reply with each encrypted value changed: the whole, or a member of arguments.
    ///
    /// - Parameter job: the number of the job of a reply.
    func changingSealed(
        of kind: String, _ part: String, job: Int64? = nil,
        _ change: (SealedValue, SecretPlace) throws -> JSONTree
    ) rethrows -> JSONTree {
        if let value = SealedValue(self) {
            return try change(value, SecretPlace(kind: kind, part: part, job: job))
        }
        guard case .object(let members) = self, part != "reply" else { return self }
        return .object(
            try members.map { member in
                guard let value = SealedValue(member.value) else { return member }
                let place = SecretPlace(kind: kind, part: "\(part).\(member.name)")
                return Member(name: member.name, value: try change(value, place))
            })
    }
}
