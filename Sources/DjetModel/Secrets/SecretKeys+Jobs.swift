import DjetJSON

/// The arguments and replies of jobs.
extension SecretKeys {
    /// Returns a function's arguments as JSON for the queue. Throws `ModelError.unavailable` if some are
    /// secret and there is no key.
    func arguments<Function: ModelFunction>(of function: Function) throws -> String {
        guard Function.secret != .nothing else { return try function.encoded() }
        return try seal(JSON.tree(of: function), Function.secret, of: Function.name).compact
    }

    /// Returns arguments with the secret ones encrypted.
    func seal(_ arguments: JSONTree, _ secret: Secret, of kind: String) throws -> JSONTree {
        switch (secret, arguments) {
        case (.everything, _): try seal(arguments, in: SecretPlace(kind: kind, part: "arguments"))
        case (.named(let names), .object(let members)):
            .object(
                try members.map { member in
                    guard names.contains(member.name) else { return member }
                    let place = SecretPlace(kind: kind, part: "arguments.\(member.name)")
                    return JSONTree.Member(name: member.name, value: try seal(member.value, in: place))
                })
        default: arguments
        }
    }

    /// Returns the arguments of a function with this secret in plain. Throws what `open` throws.
    package func readable(_ arguments: String, _ secret: Secret, of kind: String) throws -> String {
        try JSONReader.tree(of: arguments).changingSealed(of: kind, "arguments") {
            try plain($0, in: $1, secret)
        }.compact
    }

    /// Returns a reply as it is stored if it is secret.
    package func sealed(reply: String, of kind: String, job: Int64) throws -> String {
        try seal(JSONReader.tree(of: reply), in: SecretPlace(kind: kind, part: "reply", job: job)).compact
    }

    /// Returns a reply in plain. Throws what `open` throws.
    ///
    /// - Parameter secret: that of the function; nil if it is not known here.
    func readable(reply: JSONTree, _ secret: Secret?, of kind: String, job: Int64) throws -> String {
        try reply.changingSealed(of: kind, "reply", job: job) { try plain($0, in: $1, secret) }.compact
    }

    private func plain(_ value: SealedValue, in place: SecretPlace, _ secret: Secret?) throws -> JSONTree {
        if let secret, !secret.covers(place) { return (try? open(value, in: place)) ?? value.tree }
        return try open(value, in: place)
    }
}

extension Model {
    /// Returns the same environment with keys for the secrets of jobs, in place of any before.
    public func sealing(with keys: SecretKeys) -> Model {
        var copy = self
        copy.secretKeys = keys
        return copy
    }

    /// Returns the reply of a job in plain. Only an encrypted one is looked at.
    func readable(_ reply: String, of ticket: TicketID) async throws -> String {
        guard SealedValue.mayBe(reply), let tree = try? JSONReader.tree(of: reply),
            SealedValue(tree) != nil
        else { return reply }
        let kind = try await outside.state(of: ticket).kind
        return try secretKeys.readable(reply: tree, functions[kind]?.secret, of: kind, job: ticket.number)
    }
}
