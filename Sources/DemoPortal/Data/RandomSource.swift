#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Random numbers that are the same for the same seed, on every machine (SplitMix64).
struct RandomSource: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Streams of one seed don't depend on one another: more deals don't change the names of the users.
    init(seed: UInt64, stream: String) {
        // FNV-1a over the stream's name.
        state = stream.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// 0 ..< count.
    mutating func below(_ count: Int) -> Int { count > 1 ? Int(next() % UInt64(count)) : 0 }

    /// Whether something happens that happens in that share of cases.
    mutating func chance(_ share: Double) -> Bool { unit() < share }

    /// One of the elements, which must not be none.
    mutating func element<Element>(of list: [Element]) -> Element { list[below(list.count)] }

    /// The position of one of the weights, drawn in their proportion.
    mutating func position(weights: [Double]) -> Int {
        var left = unit() * weights.reduce(0, +)
        for (position, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return position }
        }
        return weights.count - 1
    }

    /// A number around `median`; `spread` is the standard deviation of its logarithm.
    mutating func logNormal(median: Double, spread: Double) -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return median * exp(spread * radius * cos(2 * .pi * unit()))
    }
}
