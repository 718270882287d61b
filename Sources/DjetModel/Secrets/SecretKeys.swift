import Crypto
import DjetJSON
import Foundation

/// The keys that encrypt the secrets of jobs, by AES-GCM with 256 bits. The first one writes; all of them
/// read.
public struct SecretKeys: Sendable {
    private struct Key: Sendable {
        let id: String
        let key: SymmetricKey
    }

    private let keys: [Key]

    /// No keys: secrets can neither be written nor read.
    public static let none = SecretKeys(keys: [])

    private init(keys: [Key]) {
        self.keys = keys
    }

    /// Reads keys such as `2026:3q2+7w…`: an id, a colon and 32 bytes in base64. They are separated by
    /// commas, blanks or line ends.
    ///
    /// Throws `ModelError.invalid`, which does not repeat what it has read.
    public init(_ text: String) throws {
        let entries = text.split { $0 == "," || $0.isWhitespace }
        keys = try entries.enumerated().map { place, entry in try Self.key(entry, place: place + 1) }
        guard Set(keys.map(\.id)).count == keys.count else {
            throw ModelError.invalid("two of the keys have the same id")
        }
    }

    private static func key(_ entry: Substring, place: Int) throws -> Key {
        let parts = entry.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, (1...40).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(isOfID),
            let bytes = Data(base64Encoded: String(parts[1])), bytes.count == 32
        else {
            throw ModelError.invalid(
                "key number \(place) is not an id of up to 40 letters, digits, _ and -, a colon, and 32 bytes in "
                    + "base64, as `openssl rand -base64 32` makes them")
        }
        return Key(id: String(parts[0]), key: SymmetricKey(data: bytes))
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// The ids of the keys. The first one writes.
    public var ids: [String] { keys.map(\.id) }

    // MARK: One value

    /// Encrypts a value. Throws `ModelError.unavailable` if there is no key.
    func seal(_ tree: JSONTree, in place: SecretPlace) throws -> JSONTree {
        let key = try writing(place)
        let box = try AES.GCM.seal(Array(tree.compact.utf8), using: key.key, authenticating: place.bytes)
        let bytes = Data(box.nonce) + box.ciphertext + box.tag
        return SealedValue(key: key.id, text: bytes.base64EncodedString()).tree
    }

    /// Decrypts a value. Throws `ModelError`: `.unavailable` if its key is missing; `.invalid` if it was
    /// changed, or written for another place.
    func open(_ value: SealedValue, in place: SecretPlace) throws -> JSONTree {
        guard let key = keys.first(where: { $0.id == value.key }) else {
            throw ModelError.unavailable(
                "\(place) is encrypted with the key “\(value.key.prefix(40))”, which this program has not: add it "
                    + "to DJET_SECRET_KEYS and try again")
        }
        guard let bytes = Data(base64Encoded: value.text),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let plain = Self.plain(of: box, by: key.key, in: place),
            let tree = try? JSONReader.tree(of: String(decoding: plain, as: UTF8.self))
        else {
            throw ModelError.invalid(
                "\(place) cannot be decrypted: it was changed, or written for another function, argument or job"
            )
        }
        return tree
    }

    private static func plain(of box: AES.GCM.SealedBox, by key: SymmetricKey, in place: SecretPlace) -> Data?
    {
        if let plain = try? AES.GCM.open(box, using: key, authenticating: place.bytes) { return plain }
        guard place.job != nil else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: place.ofAnyJob.bytes)
    }

    /// Encrypts a value anew, with the key that writes; one that it has written already stays as it is.
    func renew(_ value: SealedValue, in place: SecretPlace) throws -> JSONTree {
        let newest = try writing(place).id
        guard value.key != newest else { return value.tree }
        return try seal(open(value, in: place), in: place)
    }

    private func writing(_ place: SecretPlace) throws -> Key {
        if let key = keys.first { return key }
        throw ModelError.unavailable(
            "\(place) is secret, and this program has no key to encrypt it: set DJET_SECRET_KEYS")
    }
}
