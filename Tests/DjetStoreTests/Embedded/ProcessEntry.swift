import Foundation

/// A living process according to /proc.
struct ProcessEntry {
    let id: Int32
    let parent: Int32
    let session: Int32
    let user: UInt32
    let commandLine: String

    init?(_ id: Int32) {
        guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")"),
            let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline"),
            let owner = try? FileManager.default.attributesOfItem(atPath: "/proc/\(id)")[.ownerAccountID]
        else { return nil }
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.count > 3, fields[0] != "Z", let parent = Int32(fields[1]),
            let session = Int32(fields[3])
        else { return nil }
        self.id = id
        self.parent = parent
        self.session = session
        self.user = (owner as? NSNumber)?.uint32Value ?? 0
        self.commandLine = String(decoding: line.map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
    }

    static var all: [ProcessEntry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.compactMap { ProcessEntry($0) }
    }

    /// The targets of its descriptors.
    var openFiles: [String] {
        let folder = "/proc/\(id)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
    }
}
