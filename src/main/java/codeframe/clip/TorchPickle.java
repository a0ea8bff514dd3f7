package codeframe.clip;

import java.nio.BufferUnderflowException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The part of Python's pickle (protocol 2) that a list of tensors needs. A pickle is a program that may call any
 * function it names; this reader calls none: the names it knows become data here, every other name is refused.
 */
final class TorchPickle {
    private static final Object MARK = new Object();
    private static final Map<String, Dtype> STORAGES = Map.of(
            "FloatStorage", Dtype.F32,
            "HalfStorage", Dtype.F16,
            "BFloat16Storage", Dtype.BF16,
            "DoubleStorage", Dtype.F64,
            "LongStorage", Dtype.I64,
            "IntStorage", Dtype.I32,
            "ByteStorage", Dtype.U8,
            "BoolStorage", Dtype.BOOL);

    private enum Call {
        ORDERED_DICT,
        TENSOR,
        PARAMETER
    }

    private final PickleBytes in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    TorchPickle(byte[] bytes) {
        in = new PickleBytes(bytes);
    }

    Object read() {
        try {
            int opcode = in.one();
            while (opcode != '.') {
                step(opcode);
                opcode = in.one();
            }
            return stack.pop();
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException e) {
            throw new BrokenModel("The list of tensors in the weights file is damaged.", e);
        }
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> in.one();
            case '}' -> stack.push(new LinkedHashMap<>());
            case ']' -> stack.push(new ArrayList<>());
            case ')' -> stack.push(List.of());
            case '(' -> stack.push(MARK);
            case 'N' -> stack.push(Absent.NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            default -> number(opcode);
        }
    }

    private enum Absent {
        NONE
    }

    private void number(int opcode) {
        switch (opcode) {
            case 'J' -> stack.push((long) in.four());
            case 'K' -> stack.push((long) in.one());
            case 'M' -> stack.push((long) in.two());
            case 0x8a -> stack.push(in.long1());
            case 'G' -> stack.push(in.real());
            case 'X' -> stack.push(in.text(in.four()));
            default -> memory(opcode);
        }
    }

    private void memory(int opcode) {
        switch (opcode) {
            case 'q' -> memo.put(in.one(), stack.element());
            case 'r' -> memo.put(in.four(), stack.element());
            case 'h' -> stack.push(remembered(in.one()));
            case 'j' -> stack.push(remembered(in.four()));
            default -> container(opcode);
        }
    }

    private void container(int opcode) {
        switch (opcode) {
            case 't' -> stack.push(sinceMark());
            case 0x85 -> stack.push(last(1));
            case 0x86 -> stack.push(last(2));
            case 0x87 -> stack.push(last(3));
            case 'a' -> append(last(1));
            case 'e' -> append(sinceMark());
            case 's' -> set(last(2));
            case 'u' -> set(sinceMark());
            default -> call(opcode);
        }
    }

    private void call(int opcode) {
        switch (opcode) {
            case 'c' -> stack.push(named(in.line(), in.line()));
            case 'Q' -> stack.push(storage((List<?>) stack.pop()));
            case 'R' -> reduce();
            case 'b' -> stack.pop(); // the attributes of an OrderedDict: versions, no weights
            default ->
                throw new BrokenModel(
                        "The weights file uses a pickle instruction (0x%02x) that no list of tensors needs; it was refused."
                                .formatted(opcode));
        }
    }

    private static Object named(String module, String name) {
        var known = Map.<String, Object>of(
                "collections OrderedDict", Call.ORDERED_DICT,
                "torch._utils _rebuild_tensor_v2", Call.TENSOR,
                "torch._utils _rebuild_parameter", Call.PARAMETER);
        var found = module.equals("torch") ? STORAGES.get(name) : known.get(module + " " + name);
        if (found == null) {
            throw new BrokenModel("The weights file wants to run “" + module + "." + name
                    + "” when it is opened. Weights never need that; the file was refused and nothing was run.");
        }
        return found;
    }

    private void reduce() {
        var arguments = (List<?>) stack.pop();
        var call = (Call) stack.pop();
        stack.push(
                switch (call) {
                    case ORDERED_DICT -> new LinkedHashMap<>();
                    case PARAMETER -> arguments.get(0);
                    case TENSOR ->
                        new StoredTensor(
                                (StoredTensor.Storage) arguments.get(0),
                                (Long) arguments.get(1),
                                integers(arguments.get(2)),
                                integers(arguments.get(3)));
                });
    }

    private static StoredTensor.Storage storage(List<?> id) {
        return new StoredTensor.Storage((String) id.get(2), (Dtype) id.get(1), (Long) id.get(4));
    }

    private static List<Integer> integers(Object list) {
        return ((List<?>) list).stream().map(n -> Math.toIntExact((Long) n)).toList();
    }

    private void append(List<Object> items) {
        @SuppressWarnings("unchecked")
        var list = (List<Object>) stack.element();
        list.addAll(items);
    }

    private void set(List<Object> items) {
        @SuppressWarnings("unchecked")
        var map = (Map<Object, Object>) stack.element();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (!(items.get(i) instanceof String)) {
                throw new IllegalArgumentException("a tensor's name is a text");
            }
            map.put(items.get(i), items.get(i + 1));
        }
    }

    private List<Object> last(int count) {
        var items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(stack.pop());
        }
        Collections.reverse(items);
        return items;
    }

    private List<Object> sinceMark() {
        var items = new ArrayList<>();
        for (var item = stack.pop(); item != MARK; item = stack.pop()) {
            items.add(item);
        }
        Collections.reverse(items);
        return items;
    }

    private Object remembered(int key) {
        var value = memo.get(key);
        if (value == null) {
            throw new IllegalArgumentException("nothing remembered under " + key);
        }
        return value;
    }
}
