import DjetModel

/// The programs that commands may run, by name. Nobody but the worker's operator says which those are.
struct AllowedPrograms: Sendable {
    let paths: [String: String]

    /// Reads an entry such as `backup=/usr/local/bin/backup`; nil for any other text.
    static func entry(_ text: String) -> (name: String, value: String)? {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, isName(parts[0]), parts[1].hasPrefix("/"), !parts[1].utf8.contains(0) else {
            return nil
        }
        return (parts[0], parts[1])
    }

    /// Returns true for a name of up to 60 letters, digits, dots, hyphens and underscores.
    static func isName(_ text: String) -> Bool {
        let signs = Set("-._".utf8)
        return (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || signs.contains(byte)
            }
    }

    /// Returns the path of a program. Throws `ModelError` if it is none of these.
    func path(of name: String) throws -> String {
        if let path = paths[name] { return path }
        guard !paths.isEmpty else {
            throw ModelError.unavailable(
                "no program may be run here: set DJET_COMMANDS, for instance to backup=/usr/local/bin/backup")
        }
        let known = paths.keys.sorted().joined(separator: ", ")
        throw ModelError.notFound("DJET_COMMANDS has no program “\(name.prefix(60))”; it has: \(known)")
    }
}
