import DjetCommand
import Foundation

/// The settings of the tools, from the environment. An empty variable counts as not set.
///
/// | variable | meaning |
/// |---|---|
/// | `DJET_COMMANDS` | the programs that commands may run: `name=/path`, separated by commas |
/// | `DJET_WEBHOOK_SECRETS` | the secrets that sign webhooks: `name=whsec_…`, separated by commas |
/// | `DJET_WEBHOOK_NETWORKS` | the networks that webhooks may reach besides the public ones: `10.1.0.0/16` |
struct ToolSettings: Sendable {
    static let variables = ["DJET_COMMANDS", "DJET_WEBHOOK_SECRETS", "DJET_WEBHOOK_NETWORKS"]

    let programs: AllowedPrograms
    let webhooks: WebhookRules

    /// Reads the settings. Throws `CommandFailure`, which names the variable and the wrong entry.
    init(_ environment: [String: String]) throws {
        func entries(_ variable: String) -> [String] {
            (environment[variable] ?? "").split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
        programs = try Self.programs(entries("DJET_COMMANDS"))
        webhooks = WebhookRules(
            secrets: try Self.secrets(entries("DJET_WEBHOOK_SECRETS")),
            networks: try Self.networks(entries("DJET_WEBHOOK_NETWORKS")))
    }

    private static func programs(_ entries: [String]) throws -> AllowedPrograms {
        var paths: [String: String] = [:]
        for entry in entries {
            guard let (name, path) = AllowedPrograms.entry(entry),
                paths.updateValue(path, forKey: name) == nil
            else {
                throw failure("DJET_COMMANDS", "name=/path/to/program, each name once", "“\(entry)”")
            }
        }
        return AllowedPrograms(paths: paths)
    }

    private static func secrets(_ entries: [String]) throws -> WebhookSecrets {
        var secrets = WebhookSecrets()
        for (position, entry) in entries.enumerated() where !secrets.add(entry) {
            // The entry itself is a secret.
            throw failure(
                "DJET_WEBHOOK_SECRETS", "name=whsec_ with 24 to 64 bytes in base64", "entry \(position + 1)")
        }
        return secrets
    }

    private static func networks(_ entries: [String]) throws -> [IPNetwork] {
        try entries.map { entry in
            guard let network = IPNetwork(entry) else {
                throw failure("DJET_WEBHOOK_NETWORKS", "10.1.0.0/16 or fd00::/8", "“\(entry)”")
            }
            return network
        }
    }

    private static func failure(_ variable: String, _ form: String, _ entry: String) -> CommandFailure {
        CommandFailure(
            .configuration, "\(variable) must be a list, separated by commas, of \(form) (wrong is \(entry))")
    }
}
