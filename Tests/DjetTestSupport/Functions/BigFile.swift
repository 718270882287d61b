package import DjetModel

/// A file of so many bytes that follow from a seed.
package struct BigFile: ModelFunction {
    package static let name = "test.big-file"
    package var size: Int
    package var seed: UInt64

    package init(size: Int, seed: UInt64) {
        self.size = size
        self.seed = seed
    }

    package func run(in model: Model) async throws -> File {
        try await model.storeFile(name: "big.bin", mimeType: "application/octet-stream") { writer in
            var bytes = Bytes(seed: seed)
            var left = size
            while left > 0 {
                // Not the size of a stored chunk, so that chunks are put together from several writes.
                let part = bytes.next(min(left, 300_007))
                try await writer.write(part)
                left -= part.count
            }
        }
    }

    /// SplitMix64, eight bytes at a time.
    package struct Bytes {
        private var state: UInt64

        package init(seed: UInt64) { state = seed }

        package mutating func next(_ count: Int) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count + 8)
            while bytes.count < count {
                state &+= 0x9e37_79b9_7f4a_7c15
                var value = state
                value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
                value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
                withUnsafeBytes(of: value ^ (value >> 31)) { bytes.append(contentsOf: $0) }
            }
            return Array(bytes.prefix(count))
        }
    }
}
