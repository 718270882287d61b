import Foundation

/// The project's own files.
enum House {
    struct File {
        /// Below the project's folder.
        let path: String
        let text: String

        /// The path of its folder.
        var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

        var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

        /// Its lines, numbered from 1.
        var lines: [(number: Int, text: Substring)] {
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                (number: $0.offset + 1, text: $0.element)
            }
        }

        /// Its `import` lines, in their order.
        var importLines: [Import] { text.split(separator: "\n").compactMap(Import.init) }

        /// The modules of its `import` lines.
        var imports: [String] { importLines.map(\.module) }
    }

    /// An `import` line.
    struct Import: Equatable, Comparable {
        let module: String
        let isTestable: Bool

        /// Nil for any other line.
        init?(_ line: Substring) {
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index < 3, words.count > index + 1,
                words[..<index].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains(String($0)) })
            else { return nil }
            module = String(words[index + 1])
            isTestable = words.contains("@testable")
        }

        private static let levels = ["public", "package", "internal", "fileprivate", "private"]

        /// By module; `@testable` ones last.
        static func < (left: Import, right: Import) -> Bool {
            left.isTestable == right.isTestable ? left.module < right.module : right.isTestable
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All Swift files of the project.
    static var everySwiftFile: [File] { ["Sources", "Tests", "Benchmarks", "Examples"].flatMap(swiftFiles) }

    static func swiftFiles(in folder: String) -> [File] { files(in: folder, ending: ".swift") }

    static func files(in folder: String, ending: String) -> [File] {
        let base = root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: base.path())?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(ending) && !$0.contains(".build/") }.sorted()
            .compactMap { file("\(folder)/\($0)") }
    }

    /// The file of a path below the project's folder; nil if there is none.
    static func file(_ path: String) -> File? {
        let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
        return text.map { File(path: path, text: $0) }
    }
}
