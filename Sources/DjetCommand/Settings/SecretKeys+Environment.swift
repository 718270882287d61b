import DjetModel
import Foundation

extension SecretKeys {
    /// Reads the keys that the environment holds, or a file that it names; none if it does neither. Throws
    /// `CommandFailure` for keys that cannot be read, or if it does both.
    static func read(from environment: EnvironmentSettings) throws -> SecretKeys {
        switch (environment.secretKeys, environment.secretKeysFile) {
        case (nil, nil): .none
        case (let keys?, nil): try read(keys, from: "DJET_SECRET_KEYS")
        case (nil, let file?): try read(text(of: file), from: "DJET_SECRET_KEYS_FILE")
        case (_?, _?):
            throw CommandFailure(
                .configuration,
                "DJET_SECRET_KEYS and DJET_SECRET_KEYS_FILE are both set: leave one of them out")
        }
    }

    private static func read(_ keys: String, from variable: String) throws -> SecretKeys {
        do {
            return try SecretKeys(keys)
        } catch let error as ModelError {
            throw CommandFailure(.configuration, "\(variable): \(error.message)")
        }
    }

    private static func text(of file: String) throws -> String {
        do {
            return try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw CommandFailure(
                .configuration, "DJET_SECRET_KEYS_FILE names “\(file)”, which cannot be read as a text")
        }
    }
}
