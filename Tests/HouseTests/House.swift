import Foundation

/// The project's own files.
enum House {
    struct File {
        /// Below the project's folder.
        let path: String
        let text: String

        var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

        /// The modules of its `import` lines.
        var imports: [String] {
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index < 2, words.count > index + 1 else {
                    return nil
                }
                return String(words[index + 1])
            }
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func swiftFiles(in folder: String) -> [File] { files(in: folder, ending: ".swift") }

    static func files(in folder: String, ending: String) -> [File] {
        let base = root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: base.path())?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
            let text = try? String(contentsOf: base.appending(path: name), encoding: .utf8)
            return text.map { File(path: "\(folder)/\(name)", text: $0) }
        }
    }
}
