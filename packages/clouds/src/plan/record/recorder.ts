// SPDX-License-Identifier: Apache-2.0
/** @module The other end of Pulumi's wire: takes registrations, writes them down, and answers. */
import { isDeepStrictEqual } from "node:util";
import type { AnswerContext, CloudAnswers, Fields, GivenAnswers } from "../answers/answers.js";
import type { Assumption, Plan, PlanMode, PlannedResource, PlanObject } from "../plan.js";
import type { PlanWaiver } from "../waivers.js";
import { type MaskOptions, maskedObject, revealed } from "./mask.js";
import { describeResource } from "./resource.js";
import { isStack, type UrnScope, urnOf } from "./urn.js";
import type {
  Callback,
  InvokeRequest,
  Monitor,
  OutputsRequest,
  ReadRequest,
  RegisterRequest,
} from "./wire.js";

/** What a recorder works with. */
export interface RecorderOptions {
  readonly scope: UrnScope;
  readonly mode: PlanMode;
  readonly mask: MaskOptions;
  readonly given: GivenAnswers;
  readonly clouds: readonly CloudAnswers[];
  readonly context: AnswerContext;
  readonly waivers: readonly PlanWaiver[];
}

/** Takes the place of the engine for one run of a program. */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #resources = new Map<string, PlannedResource>();
  readonly #states = new Map<string, Fields>();
  readonly #assumptions: Assumption[] = [];
  #outputs: PlanObject = {};

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** How much happened so far. */
  get count(): number {
    return this.#resources.size + this.#assumptions.length;
  }

  /** For `setMocks`; {@link attach} takes the calls away from them. */
  mocks(): { newResource: () => never; call: () => never } {
    const never = () => {
      throw new Error("bug in @dynamo-iac/clouds: a call went past the recorder");
    };
    return { newResource: never, call: never };
  }

  /** Puts the recorder behind the monitor that `setMocks` made: its own mocks see too little of a request. */
  attach(monitor: unknown): void {
    const target = monitor as Monitor;
    target.registerResource = answering((request) => this.#register(request));
    target.readResource = answering((request) => this.#read(request));
    target.invoke = answering((request) => this.#invoke(request));
    target.registerResourceOutputs = answering((request) => this.#outputsOf(request));
  }

  /** Everything so far, in order. */
  plan(): Plan {
    const { scope, mode } = this.#options;
    return {
      version: 1,
      ...scope,
      mode,
      resources: [...this.#resources.values()].sort((a, b) => compare(a.urn, b.urn)),
      assumptions: this.#assumptions.toSorted((a, b) =>
        compare(a.token + JSON.stringify(a.arguments), b.token + JSON.stringify(b.arguments)),
      ),
      outputs: this.#outputs,
      waivers: this.#options.waivers,
    };
  }

  #register(request: RegisterRequest): object {
    const [type, name] = [request.getType(), request.getName()];
    const urn = urnOf(this.#options.scope, request.getParent() || undefined, type, name);
    const inputs = request.getObject().toJavaScript();
    const computed = request.getCustom() ? this.#computed(type, name, inputs) : {};
    const { id, ...values } = computed;
    this.#add(describeResource(urn, request, inputs, this.#options.mask, id));
    const state = { ...values, ...inputs };
    this.#states.set(urn, state);
    return {
      getUrn: () => urn,
      getId: () => (typeof id === "string" ? id : ""),
      getObject: () => asStruct(state),
      getPropertydependenciesMap: () => undefined,
      getResult: () => 0,
    };
  }

  #read(request: ReadRequest): object {
    const { mask, scope } = this.#options;
    const urn = urnOf(
      scope,
      request.getParent() || undefined,
      request.getType(),
      request.getName(),
    );
    const inputs = request.getProperties()?.toJavaScript() ?? {};
    this.#add({
      urn,
      type: request.getType(),
      name: request.getName(),
      kind: "read",
      ...(request.getParent() === "" ? {} : { parent: request.getParent() }),
      inputs: maskedObject({ ...inputs, id: request.getId() }, mask),
      dependsOn: [...request.getDependenciesList()].sort(),
    });
    const { id: _, ...values } = this.#computed(request.getType(), request.getName(), inputs);
    const state = { ...values, ...inputs };
    return { getUrn: () => urn, getProperties: () => asStruct(state) };
  }

  #invoke(request: InvokeRequest): object {
    const token = request.getTok();
    const args = revealed(request.getArgs()?.toJavaScript() ?? {}) as Fields;
    const answer =
      token === "pulumi:pulumi:getResource" ? this.#existing(args) : this.#answer(token, args);
    return { getReturn: () => asStruct(answer), getFailuresList: () => [] };
  }

  #existing(args: Fields): Fields {
    const urn = String(args.urn);
    const state = this.#states.get(urn);
    if (state === undefined) throw new Error(`there is no resource ${urn}`);
    return { urn, id: "", state };
  }

  #answer(token: string, args: Fields): Fields {
    const { given, clouds, context, mask } = this.#options;
    const table = clouds.find(({ provider }) => token.startsWith(`${provider}:`));
    const answer = given[token] ?? table?.functions[token]?.(args, context);
    if (answer === undefined)
      throw new Error(
        `the offline plan has no answer to ${token} with the arguments ${JSON.stringify(maskedObject(args, mask))}; give one by token (planStack: answers; command line: --answers FILE.json)`,
      );
    const assumption: Assumption = {
      token,
      arguments: maskedObject(args, mask),
      answer: maskedObject(answer, mask),
    };
    if (!this.#assumptions.some((known) => isDeepStrictEqual(known, assumption)))
      this.#assumptions.push(assumption);
    return answer;
  }

  #outputsOf(request: OutputsRequest): object {
    const resource = this.#resources.get(request.getUrn());
    if (resource !== undefined && isStack(resource.type))
      this.#outputs = maskedObject(request.getOutputs()?.toJavaScript() ?? {}, this.#options.mask);
    return {};
  }

  /** Values that only the cloud knows: unknown in a preview, made up in an update. */
  #computed(type: string, name: string, inputs: Fields): Fields {
    const { mode, clouds, context } = this.#options;
    if (mode === "preview") return {};
    const table = clouds.find(({ provider }) => type.startsWith(`${provider}:`));
    const plain = revealed(inputs) as Fields;
    return { id: `${name}-id`, ...table?.computed({ type, name, inputs: plain }, context) };
  }

  #add(resource: PlannedResource): void {
    if (this.#resources.has(resource.urn))
      throw new Error(
        `there are two resources ${resource.type} named ${resource.name} with the same parent; the engine refuses a URN that comes twice: ${resource.urn}`,
      );
    this.#resources.set(resource.urn, resource);
  }
}

/** The SDK reads answers as plain data only; a real Struct would be built to be taken apart again. */
function asStruct(value: Fields): { toJavaScript(): Fields } {
  return { toJavaScript: () => value };
}

function answering<Request>(answer: (request: Request) => object) {
  return (request: Request, callback: Callback): void => {
    let response: object;
    try {
      response = answer(request);
    } catch (error) {
      // Functions take the text from where gRPC puts it.
      callback(Object.assign(error as Error, { details: (error as Error).message }), undefined);
      return;
    }
    callback(null, response);
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
