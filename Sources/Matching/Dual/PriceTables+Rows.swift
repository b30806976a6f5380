extension PriceTables {
  /// The highest sum of three rows. The rows are whole SIMD vectors long.
  @inline(__always)
  static func highest(
    _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>, _ length: Int
  ) -> Float {
    var top = SIMD4<Float>(repeating: never)
    var index = 0
    while index < length {
      let sum = vector(first, index) + vector(second, index) + vector(third, index)
      top.replace(with: sum, where: sum .> top)
      index += 4
    }
    return max(max(top[0], top[1]), max(top[2], top[3]))
  }

  /// The first place where the sum of three rows is `value`, or -1.
  @inline(__always)
  static func position(
    of value: Float, _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
    _ length: Int
  ) -> Int {
    for index in 0..<length where first[index] + second[index] + third[index] == value { return index }
    return -1
  }

  /// The first advocate who reaches `best` of a class in a half-day, or -1 when nobody can.
  func advocate(_ group: Int, _ halfDay: Int) -> Int32 {
    let length = ground.rowLength
    let request = ground.classes[group]
    let value = best[group * length + halfDay]
    let columns = column + request.durationIndex * ground.advocateCount * length
    for (advocate, bonus) in zip(request.advocates, request.bonuses)
    where columns[Int(advocate) * length + halfDay] + Float(bonus) == value { return advocate }
    return -1
  }

  /// Rows begin at multiples of four floats in memory of malloc's alignment, sixteen bytes.
  @inline(__always)
  private static func vector(_ row: UnsafePointer<Float>, _ index: Int) -> SIMD4<Float> {
    UnsafeRawPointer(row + index).assumingMemoryBound(to: SIMD4<Float>.self).pointee
  }
}
