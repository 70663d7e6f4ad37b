import Glibc

Lifeline.watch(0)
exit(Cell(input: Pipe(descriptor: 0), output: Pipe(descriptor: 1)).serve())
