package import DjetModel

/// A database with an administrator and an ordinary user, and a clock to move.
package struct People: Sendable {
    /// The password of all of them.
    package static let password = "correct horse battery"

    package let database: TestDatabase
    package let clock: TestClock
    /// The model of a command: without a user or an address.
    package let model: Model

    /// Returns the model on behalf of a user, at an address.
    package func acting(as name: String?, from address: String? = "192.0.2.1") -> Model {
        model.acting(as: name).called(from: address)
    }

    /// Returns the model of somebody who has not signed in, at an address.
    package func stranger(from address: String = "192.0.2.1") -> Model { acting(as: nil, from: address) }

    /// Adds a user, and signs them in.
    @discardableResult
    package func add(_ name: String, roles: Set<String> = []) async throws -> SignedIn {
        try await model.addUser(name, roles: roles)
        let token = try await model.invite(name)
        return try await stranger().acceptInvitation(token, password: Self.password)
    }

    /// Returns the audit, the newest first, as lines like `root user.add ada`.
    package func actions() async throws -> [String] {
        try await model.auditEntries().map { "\($0.userName ?? "-") \($0.action) \($0.target)" }
    }
}

/// Runs a test with `root`, an administrator, and `ada`.
package func withPeople<Result: Sendable>(
    business: Bool = false, _ body: (People) async throws -> Result
) async throws -> Result {
    try await withDatabase(business: business) { database in
        try await database.cheapenPasswords()
        let clock = TestClock()
        let people = People(database: database, clock: clock, model: database.model(clock: clock))
        try await people.add("root", roles: ["administrator"])
        try await people.add("ada")
        return try await body(people)
    }
}

extension ModelError {
    /// The name of the error's case.
    package var kind: String { Mirror(reflecting: self).children.first?.label ?? "" }
}
