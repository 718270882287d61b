package import DjetModel

/// Stores a file of so many bytes, which follow from a seed.
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
            var offset = 0
            while offset < size {
                // The part's size differs from that of a stored chunk, so that chunks span several writes.
                let part = Self.bytes(from: offset, to: min(offset + 300_007, size), seed: seed)
                try await writer.write(part)
                offset += part.count
            }
        }
    }

    /// Returns bytes of an endlessly repeated random block, whose length divides nothing.
    package static func bytes(from start: Int, to end: Int, seed: UInt64) -> [UInt8] {
        let block = Self.block(seed)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
        while bytes.count < end - start {
            let offset = (start + bytes.count) % block.count
            bytes += block[offset..<min(block.count, offset + end - start - bytes.count)]
        }
        return bytes
    }

    private static func block(_ seed: UInt64) -> [UInt8] {
        var state = seed
        return (0..<65_537).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }
}
