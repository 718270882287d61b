package import DjetJSON

extension JSONTree {
    /// The numbers of the files named in the JSON, in order, each once.
    package var files: [Int64] {
        var found: [Int64] = []
        var known: Set<Int64> = []
        var rest = [self]
        while let next = rest.popLast() {
            if let file = next.storedFile, known.insert(file).inserted { found.append(file) }
            rest += next.children.reversed()
        }
        return found
    }

    /// The file's number if the JSON stands for a file; otherwise nil.
    package var storedFile: Int64? {
        guard case .word(let number) = self["file"], case .string = self["name"], self["mimeType"] != nil
        else { return nil }
        return Int64(number)
    }
}

extension File {
    /// The JSON object that stands for the file.
    package var tree: JSONTree {
        .object([
            .init(name: "file", value: .word("\(id)")), .init(name: "mimeType", value: .text(mimeType)),
            .init(name: "name", value: .text(name)), .init(name: "size", value: .word("\(size)")),
        ])
    }
}
