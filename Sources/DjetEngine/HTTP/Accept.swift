import HTTPTypes

/// The media types that a client reads, by its `Accept` header (RFC 9110, 12.5.1).
struct Accept {
    private struct Range {
        let type: Substring
        let subtype: Substring
        let quality: Double

        func specificity(of type: String, _ subtype: String) -> Int? {
            if self.type == type, self.subtype == subtype { return 2 }
            if self.type == type, self.subtype == "*" { return 1 }
            return self.type == "*" && self.subtype == "*" ? 0 : nil
        }
    }

    /// The ranges of the header; empty if the client reads anything.
    private let ranges: [Range]

    init(_ header: String?) {
        // The header of programs that do not care, which is most of them.
        guard let header, header != "*/*" else {
            ranges = []
            return
        }
        ranges = header.lowercased().split(separator: ",").compactMap(Self.range)
    }

    /// Returns the media type that the client likes best, the first of equals; nil if it reads none.
    func best(of mediaTypes: [String]) -> String? {
        if ranges.isEmpty { return mediaTypes.first }
        var best: (type: String, quality: Double)?
        for mediaType in mediaTypes {
            let quality = quality(of: mediaType)
            if quality > best?.quality ?? 0 { best = (mediaType, quality) }
        }
        return best?.type
    }

    private func quality(of mediaType: String) -> Double {
        let parts = mediaType.prefix { $0 != ";" }.split(separator: "/").map(String.init)
        guard parts.count == 2 else { return 0 }
        let fitting = ranges.compactMap { range in
            range.specificity(of: parts[0], parts[1]).map { (specificity: $0, quality: range.quality) }
        }
        return fitting.max { $0.specificity < $1.specificity }?.quality ?? 0
    }

    private static func range(_ text: Substring) -> Range? {
        let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        guard let types = parts.first?.split(separator: "/"), types.count == 2 else { return nil }
        let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
        return Range(type: types[0], subtype: types[1], quality: min(max(quality ?? 1, 0), 1))
    }
}
