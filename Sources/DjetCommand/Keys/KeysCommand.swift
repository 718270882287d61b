import ArgumentParser

/// The commands for the keys of secrets.
struct KeysCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "keys", "Lists the keys of secret arguments and replies, and encrypts those with the newest.",
            "The keys stand in DJET_SECRET_KEYS, or in the file that DJET_SECRET_KEYS_FILE names.",
            examples: ["keys list", "keys rotate"],
            subcommands: [KeysListCommand.self, KeysRotateCommand.self])
    }
}
