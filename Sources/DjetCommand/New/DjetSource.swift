import Foundation

/// The place from which a new application takes Djet's package.
enum DjetSource: Sendable, Equatable {
    /// A folder: an absolute path, or one that begins where the command runs.
    case folder(String)
    /// A repository of Git, whose branch `main` is taken.
    case repository(String)

    /// Reads a path or an address. Throws `CommandFailure` if there is no package, or if a manifest cannot
    /// hold the text.
    init(_ text: String) throws {
        // It becomes a literal of Swift.
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && ![0x22, 0x5C, 0x7F].contains($0) }
        guard isPlain, (1...1_000).contains(text.utf8.count) else {
            throw CommandFailure(
                .usage,
                "--djet must be a path or an address, without quotes, backslashes and control characters")
        }
        if text.contains("://") || text.hasPrefix("git@") {
            self = .repository(text)
            // A scheme, a host and a name; with git@ the scheme is missing.
            let parts = text.split { "/:".contains($0) }
            guard parts.count > (text.hasPrefix("git@") ? 1 : 2), !identity.isEmpty else {
                throw CommandFailure(
                    .usage, "--djet \(text) does not end with the name of a repository, such as djet.git")
            }
        } else {
            self = .folder(text)
            guard FileManager.default.fileExists(atPath: "\(text)/Package.swift") else {
                throw CommandFailure(
                    .noInput, "there is no package in \(text): name Djet's folder with --djet")
            }
        }
    }

    /// Returns the folder that this program was built from. Throws `CommandFailure` if it is gone.
    static func ofThisProgram() throws -> DjetSource {
        let folder = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: "\(folder)/Package.swift") else {
            throw CommandFailure(
                .usage,
                "the folder that this program was built from is gone: name Djet's folder or address with --djet"
            )
        }
        return .folder(folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    }

    /// The dependency as the manifest of a package states it that lies in a folder of this one.
    var dependency: String {
        switch self {
        case .folder(let path):
            #".package(name: "djet", path: "\#(path.hasPrefix("/") ? path : Self.above(path))")"#
        case .repository(let address): #".package(url: "\#(address)", branch: "main")"#
        }
    }

    /// The name by which the manifest's products refer to the package.
    var identity: String {
        guard case .repository(let address) = self else { return "djet" }
        let name = address.split { "/:".contains($0) }.last.map { $0.lowercased() } ?? ""
        return name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    }

    /// Returns a relative path, as it is from a folder below.
    private static func above(_ path: String) -> String {
        path == "." ? ".." : "../\(path)"
    }
}
