import DjetModel

/// A role that can be granted, with its state for one user.
struct RoleChoice: Codable, Sendable {
    var name: String
    var title: String
    var isGranted: Bool

    /// Returns the roles that can be granted: all but `everyone` and `users`.
    static func all(granted: Set<String>, in model: Model) async throws -> [RoleChoice] {
        try await model.roles().filter { ![Role.everyone, Role.users].contains($0.name) }.map {
            RoleChoice(name: $0.name, title: $0.title, isGranted: granted.contains($0.name))
        }
    }
}
